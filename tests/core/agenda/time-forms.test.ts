import { expect, test } from "vitest";
import { readMarkdown } from "../../../cli/readers/markdown";
import { readText } from "../../../cli/readers/text";
import { checkAgenda, plcRubric } from "../../../core/index";

/** Agendas in forms in which teams write their times, with the minutes of each item; `-` where the agenda does not say. */
const FORMS: readonly (readonly [minutes: string, reader: "md" | "txt", agenda: string])[] = [
  [
    "5 10 20 10",
    "md",
    `# PLC agenda Oct 3, 2:45-3:30
| Time | Topic | Who |
|---|---|---|
| 5 | Norms | Ana |
| 10 | Celebrations | All |
| 20 | Exit slips | Lou |
| 10 | Next steps | Ana |
| 45 | Total | |`,
  ],
  [
    "5 10 20 10",
    "md",
    `# PLC agenda
| Topic | Who | Min |
|---|---|---|
| Norms | Ana | 5 m |
| Celebrations | All | 10' |
| Exit slips | Lou | 20 min. |
| Next steps | Ana | 10 minutes |
| | | 45 min |`,
  ],
  [
    "5 10 20 10",
    "md",
    `# PLC agenda 2:45-3:30
| Start | Topic |
|---|---|
| 2:45 | Norms |
| 2:50 | Celebrations |
| 3:00 | Exit slips |
| 3:20 | Next steps |`,
  ],
  [
    "5 10 20 10",
    "md",
    `# PLC agenda
| Start | End | Topic |
|---|---|---|
| 2:45 | 2:50 | Norms |
| 2:50 | 3:00 | Celebrations |
| 3:00 | 3:20 | Exit slips |
| 3:20 | 3:30 | Next steps |`,
  ],
  [
    "5 10 20 10",
    "md",
    `# PLC agenda
| Time | Min | Topic |
|---|---|---|
| 2:45 | 5 | Norms |
| 2:50 | 10 | Celebrations |
| 3:00 | 20 | Exit slips |
| 3:20 | 10 | Next steps |`,
  ],
  [
    "5 10 20 10",
    "md",
    `# PLC agenda
| Time | Topic | Length |
|---|---|---|
| 2:45 | Norms | 5 |
| 2:50 | Celebrations | 10 |
| 3:00 | Exit slips | 20 |
| 3:20 | Next steps | 10 |`,
  ],
  [
    "5 10 - 10",
    "md",
    `# PLC agenda
| Time | Topic |
|---|---|
| 5 min | Norms |
| 10 min | Celebrations |
| – | Exit slips |
| 10 min | Next steps |`,
  ],
  [
    "5 - 20 10",
    "md",
    `# PLC agenda
| Time | Topic |
|---|---|
| 5 min | Norms |
| tbd | Celebrations |
| 20 min | Exit slips |
| 10 min | Next steps |`,
  ],
  [
    "5 10 20 10",
    "txt",
    `PLC agenda
Oct 3, library, half past two to quarter past three
1. Norms, five minutes
2. Celebrations, ten minutes
3. Exit slips, twenty minutes
4. Next steps, ten minutes`,
  ],
  [
    "5 10 20 10 -",
    "txt",
    `PLC agenda
Quarter to three: norms
Ten to three: celebrations
Three o'clock: exit slips
Twenty past three: next steps
Half past three: finish`,
  ],
  [
    "10 20 20 10",
    "md",
    `Grade 4 team, Thursday 2:45–3:45
- Norms and news (10 min)
- Group A: exit slips; Group B: running records (20 min, in parallel)
- Swap (20 min)
- Close (10 min)`,
  ],
  [
    "10 20 20 10",
    "txt",
    `Team meeting 9:00–10:00
9:00–9:10 Welcome
9:10–9:30 Math team: exit slips
9:10–9:30 ELA team: writing samples
9:50–10:00 Close`,
  ],
  [
    "5 15 20 5",
    "md",
    `# Agenda
## 1. Welcome – 5 min
norms
## 2. Exit slips – 15 min
- sort (5 min)
- talk (10 min)
## 3. Plan reteach – 20 min
## 4. Next steps – 5 min`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Welcome	5
Exit slips	15
Plan reteach	20
Next steps	5`,
  ],
  [
    "5 15 20 5",
    "txt",
    `5	Welcome
15	Exit slips
20	Plan reteach
5	Next steps`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Welcome ... 5
Exit slips ... 15
Plan reteach ... 20
Next steps ... 5`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Welcome: 5
Exit slips: 15
Plan reteach: 20
Next steps: 5`,
  ],
  [
    "5 15 20 5",
    "md",
    `Agenda (times in minutes)
- Welcome, 5
- Exit slips, 15
- Plan reteach, 20
- Next steps, 5`,
  ],
  [
    "5 15 20 5",
    "md",
    `- [5] Welcome
- [15] Exit slips
- [20] Plan reteach
- [5] Next steps`,
  ],
  [
    "5 15 20 5",
    "md",
    `- 0:00–0:05 Welcome
- 0:05–0:20 Exit slips
- 0:20–0:40 Plan reteach
- 0:40–0:45 Next steps`,
  ],
  [
    "5 15 20 5",
    "md",
    `- :00–:05 Welcome
- :05–:20 Exit slips
- :20–:40 Plan reteach
- :40–:45 Next steps`,
  ],
  [
    "5 15 20 5",
    "md",
    `- 00 – 05 min: Welcome
- 05 – 20 min: Exit slips
- 20 – 40 min: Plan reteach
- 40 – 45 min: Next steps`,
  ],
  [
    "5 15 20 5",
    "md",
    `- 0-5 Welcome
- 5-20 Exit slips
- 20-40 Plan reteach
- 40-45 Next steps`,
  ],
  [
    "5 15 20 5",
    "md",
    `PLC Thursday 3:00
- until 3:05 Welcome
- until 3:20 Exit slips
- until 3:40 Plan reteach
- until 3:45 Next steps`,
  ],
  [
    "5 15 20 5",
    "md",
    `PLC 3:00-3:45
- Welcome (to 3:05)
- Exit slips (to 3:20)
- Plan reteach (to 3:40)
- Next steps (to 3:45)`,
  ],
  [
    "5 15 20 5",
    "md",
    `PLC 3:00-3:45
- Welcome (ends 3:05)
- Exit slips (ends 3:20)
- Plan reteach (ends 3:40)
- Next steps (ends 3:45)`,
  ],
  [
    "5 15 20 5 -",
    "txt",
    `PLC Agenda
3:00 PM
Welcome
3:05 PM
Exit slips
3:20 PM
Plan reteach
3:40 PM
Next steps
3:45 PM
Dismiss`,
  ],
  [
    "5 15 20 5",
    "txt",
    `PLC Agenda
3:00
  Welcome
3:05
  Exit slips
3:20
  Plan reteach
3:40 - 3:45
  Next steps`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Hi all,
tomorrow: 5 min welcome, 15 min exit slips (bring yours!), 20 min to plan the reteach and 5 min for next steps.
Ana`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Hi team, plan for tomorrow:
Welcome - 5 mins (Ana)
Exit slips - 15 mins (Lou) bring 3 samples
Plan reteach - 20 mins (all)
Next steps - 5 mins
Thanks!`,
  ],
  [
    "5 15 20 5",
    "md",
    `# Agenda
1. Welcome (Ana) 5 min
   - read norms 2 min
   - celebrate 3 min
2. Exit slips (Lou) 15 min
   - sort 5 min
   - talk 10 min
3. Plan reteach 20 min
4. Next steps 5 min`,
  ],
  [
    "5 15 20 5",
    "md",
    `# Agenda
- **Welcome** | 5 min | Ana
- **Exit slips** | 15 min | Lou
- **Plan reteach** | 20 min | all
- **Next steps** | 5 min | Ana`,
  ],
  [
    "10 15 30 5",
    "txt",
    `Agenda 3:00 – 4:00 PM
3:00 – 3:10 PM   Welcome & norms
3:10 – 3:25 PM   Exit slips
3:25 – 3:55 PM   Plan reteach
3:55 – 4:00 PM   Next steps`,
  ],
  [
    "10 15 30 5",
    "txt",
    `AGENDA
1500-1510 Welcome
1510-1525 Exit slips
1525-1555 Plan reteach
1555-1600 Next steps`,
  ],
  [
    "30 60 90 15",
    "txt",
    `PD half day
8:00–8:30 Coffee and hello
8:30–9:30 Data walk
9:30–11:00 Unit planning
11:00–11:15 Wrap`,
  ],
  [
    "30 60 90 15",
    "md",
    `PD half day
- ½ hour: Coffee and hello
- 1 hour: Data walk
- 1½ hours: Unit planning
- ¼ hour: Wrap`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Agenda
• Welcome (5)
• Exit slips (15)
• Plan reteach (20)
• Next steps (5)`,
  ],
  [
    "5 15 20 5",
    "txt",
    `T+0 Welcome (5 min)
T+5 Exit slips (15 min)
T+20 Plan reteach (20 min)
T+40 Next steps (5 min)`,
  ],
  [
    "5 15 20 5",
    "md",
    `- Welcome :: 5min
- Exit slips :: 15min
- Plan reteach :: 20min
- Next steps :: 5min`,
  ],
  [
    "5 15 - 5",
    "md",
    `- Welcome 5 min
- Exit slips 15 min
- Plan reteach (whatever is left)
- Next steps 5 min`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Agenda
Norms check 5 min
Data: which 8 of 22 students missed item 7? 15 min
Plan reteach for the 8, 20 min
Wrap 5 min
Total: 45 min`,
  ],
  [
    "5 15 20 5 -",
    "txt",
    `Agenda
Norms check 5 min
Data 15 min
Plan 20 min
Wrap 5 min
Parking lot`,
  ],
  [
    "5 15 20 5",
    "md",
    `| | |
|---|---|
| 2:45–2:50 | Welcome |
| 2:50–3:05 | Exit slips |
| 3:05–3:25 | Plan reteach |
| 3:25–3:30 | Next steps |`,
  ],
  [
    "5 15 20 5",
    "md",
    `| Agenda item | Lead | Time | Notes |
|---|---|---|---|
| Welcome | Ana | 2:45–2:50 | |
| Exit slips | Lou | 2:50–3:05 | |
| Plan reteach | all | 3:05–3:25 | |
| Next steps | Ana | 3:25–3:30 | |`,
  ],
  [
    "5 15 20 5",
    "md",
    `| Agenda item (minutes) | Lead |
|---|---|
| Welcome (5) | Ana |
| Exit slips (15) | Lou |
| Plan reteach (20) | all |
| Next steps (5) | Ana |`,
  ],
  [
    "5 15 20 5",
    "md",
    `| Welcome | 5 min |
|---|---|
| Exit slips | 15 min |
| Plan reteach | 20 min |
| Next steps | 5 min |`,
  ],
  [
    "60 90 30 60 30",
    "txt",
    `Summer institute
8-9 Registration
9-10:30 Data walk, grades 9-10
10:30-11 Break
11-12 Exit slips
12:00-12:30 Next steps`,
  ],
  [
    "- - -",
    "md",
    `- 9-10 ELA novels
- Welcome
- Next steps`,
  ],
  [
    "5 15 20 5",
    "md",
    `| Zeit | Punkt | Wer |
|---|---|---|
| 14.00–14.05 | Welcome | Ana |
| 14.05–14.20 | Exit slips | Lou |
| 14.20–14.40 | Plan reteach | all |
| 14.40–14.45 | Next steps | Ana |`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Spring planning; 45 min

First 5 min: welcome
Next 15 min: exit slips
Then 20 min: plan reteach
Last 5 min: next steps`,
  ],
  [
    "30 10 20",
    "txt",
    `Exit slips 30 min
Welcome 10 min
Plan reteach 20 min`,
  ],
  [
    "5 15 20 5",
    "txt",
    `Class 6, kl. 13.15-14.00
kl. 13.15–13.20 Welcome
kl. 13.20–13.35 Exit slips
kl. 13.35–13.55 Plan reteach
kl. 13.55–14.00 Next steps`,
  ],
  [
    "5 15 20 5",
    "txt",
    `I. Welcome (5 min)
II. Exit slips (15 min)
III. Plan reteach (20 min)
V. Next steps (5 min)`,
  ],
  [
    "5 15 20",
    "txt",
    `Team, 40 minutes
Welcome (5 min)
Exit slips (15 min)
Rest of the time: plan reteach`,
  ],
  [
    "5 15",
    "txt",
    `Team
Welcome. Time allotted: 5 minutes
Concert, 1:30 on Thursday. Time allotted: 15 minutes`,
  ],
  [
    "- - - - - - - - - -",
    "md",
    `- Welcome
- Exit slips
- How to use the 90-minute literacy block
- Plan reteach
- Bus list
- Displays
- Books
- Keys
- Photos
- Next steps`,
  ],
  [
    "5 20 10 - 5",
    "txt",
    `Hi all,

here is the plan for Thursday.

The first 5 minutes are for good news.
After that we take about 20 minutes to read four papers together, two strong ones and two weak ones.
I'd like 10 minutes on how we teach sourcing before winter break.
Finals schedule: please just read the PDF, page 2.
The last 5 minutes: write down who does what.

See you then,
Martin`,
  ],
  [
    "5 15 20",
    "txt",
    `Grade 1 planning, 40 minutes

Lunch duty swap, 5 min
Exit slips, 15 min
Remaining time: cut and laminate, room 3`,
  ],
  [
    "5 10 15 2",
    "md",
    `# Kindergarten
### Exit slips – 5 min
### Gingerbread day 12/18, 9:15 – 10 min
### 9:30 – 15 minutes: plan reteach
### Round-up, a minute or two`,
  ],
  [
    "10 20 10 5 -",
    "txt",
    `Team, Thursday
kl. 15.00 Check-in
kl. 15.10 Exit slips
kl. 15.30 Study day 17 November
kl. 15.40 Next steps
kl. 15.45 Finish`,
  ],
  [
    "5 20 5 -",
    "md",
    `# Grade 6
## Work
- Norms (5 min)
- Exit slips (20 min)
## Closing
- Commitments (5 min)
- Feedback on the meeting
- Ana brings the slips`,
  ],
  [
    "5 20 - 2",
    "txt",
    `Norms 5 min
Exit slips 20 min
Typing club, 30 min a week, are we there?
Next steps ~2 min`,
  ],
];

test.each(FORMS)("the minutes are %s in %s: %s", (minutes, reader, agenda) => {
  const bytes = new TextEncoder().encode(agenda);
  const { items } = checkAgenda(reader === "md" ? readMarkdown(bytes) : readText(bytes), plcRubric);
  expect(items.map((item) => (item.given ? item.minutes : "-")).join(" ")).toBe(minutes);
  for (const { text } of items) expect(text).not.toBe("");
});

test.each(["Adjourn", "End", "the end.", "Dismiss", "First bell", "Back to class", "Home time"])(
  "%s below the last item ends it, and is not asked for a time of its own",
  (end) => {
    const agenda = `PLC, 3:00–4:00\n- 3:00 Norms\n- 3:10 Exit slips\n- 3:30 Plan reteach\n- Next steps\n- 4:00 ${end}`;
    const { items, findings } = checkAgenda(readText(new TextEncoder().encode(agenda)), plcRubric);
    expect(items.map(({ minutes }) => minutes)).toEqual([10, 20, 15, 15, undefined]);
    expect(findings.filter(({ rule }) => rule === "noTime")).toEqual([]);
  },
);
