/** Short notes of three meetings; the form's last line stands in each of them. */
const PRINTED = "Remember to upload these notes to the shared drive tonight";

export const SEPTEMBER = `# Grade 4 PLC Sept 3 2025

## Norms

- Read our norms aloud, each took one for the day
- ${PRINTED}

## Data

- Sorted all 94 exit tickets into three piles and picked who gets pulled for reteach
- We have not looked at each other's lessons yet
`;

export const OCTOBER = `# Grade 4 PLC Oct 8 2025

## Data

- Compared common assessment scores by room, floor rooms 19 of 48
- Roz visits Cilla's room next week to watch the number line lesson
- ${PRINTED}

## Next

- Deepa will bring writing samples to the next meeting
`;

export const NOVEMBER = `# Grade 4 PLC Nov 5 2025

## Check in

- Thank you to Deepa for running this so calmly
- ${PRINTED}

## WIN

- Groups posted, eleven can place halves and fourths now, eighths no
- Regrouped the students who were close for Tier 2
`;
