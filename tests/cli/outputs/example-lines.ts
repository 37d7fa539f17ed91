import type { Stance } from "../../../core/tagger/tag";

interface ExampleLine {
  readonly code: string;
  readonly stance: Stance;
  /** Share of meetings that have a line like this. */
  readonly often: number;
  readonly heading: string;
  readonly text: string;
  /** The part of the text that shows the practice. */
  readonly words: string;
}

const table = `
TP1|evidenced|.2|Sharing|Compared how each of us taught area models; Dana used tiles, the rest used grid paper|Compared how each of us taught
TP2|evidenced|.2|PD|Tried the number talk routine from August training in all four rooms|Tried the number talk routine
TP3|evidenced|.25|Last time|Report back: 3 of 4 brought the vocabulary check they had promised|Report back
TP4|evidenced|.7|Planning|Agreed on essential standard 4.NF.2 as the target for unit 3, pacing map updated|Agreed on essential standard
TP4|planned|.5|Next steps|Marisol will draft the learning targets for fractions by Friday|will draft the learning targets
TP5|evidenced|.5|Sharing|Glows and grows: Ana's groups finish early, Tom still struggles with transitions|Glows and grows
TP6|evidenced|.4||Minutes of last meeting reviewed; link is in the team drive|Minutes of last meeting reviewed
SB1|evidenced|.45|Norms|Revisited our norm on devices after last week, all agreed to phones away|Revisited our norm
SB1|contrary|.12|Norms|Norms not followed, two side conversations during the data share|Norms not followed
SB2|evidenced|.35|WIN|All four classes regrouped for WIN so that every kid in the grade is ours|All four classes regrouped
SB3|evidenced|.15|Decisions|Fist to five on the writing prompt, consensus reached|Fist to five
SB4|evidenced|.08||Sub cover granted so that Tom can pilot station rotation|pilot station rotation
SB5|evidenced|.1|Book study|Discussed chapter 3 of the book study and what it means for feedback|chapter 3 of the book study
SB6|planned|.15||Ask office for two half days of release time for common planning|half days of release time
CT1|evidenced|.6|Celebrations|Shout-out to Ana for covering recess duty and sharing her slides!|Shout-out to Ana
CT2|evidenced|.12||Coaching cycle with Ms. Ortiz: co-planned the opening questions|Coaching cycle
CT4|planned|.05||Visit each other's small-group time before the break|Visit each other's small-group time
CT6|evidenced|.4||Rotation: Dana leads next week, Ana keeps time, Tom takes notes|Rotation: Dana leads next week
SL1|planned|.4|SMART goal|Goal: 80 % of students at or above grade level on the fractions CFA by December|80 % of students at or above grade level
SL2|evidenced|.35|Kid talk|Kid talk: went through the six students below benchmark one by one|went through the six students
SL3|evidenced|.55|Student work|Looked at exit slips together; most draw the model but cannot name the fraction|Looked at exit slips together
SL3|contrary|.1|Student work|Nobody brought student work, moved to next week|Nobody brought student work
SL4|evidenced|.06||Keeping sentence frames in all rooms, the trial showed longer answers|the trial showed longer answers
SL5|evidenced|.6|Interventions|Re-teach group of 7 starts Tuesday, based on item 4 of the quiz|Re-teach group of 7
SL5|planned|.4|Interventions|Progress check for Tier 2 readers in two weeks|Progress check for Tier 2 readers
RD1|evidenced|.8|Data|CFA results: 14 of 22 proficient, item 4 lowest in every class|CFA results: 14 of 22 proficient
RD1|contrary|.1|Data|Ran out of time for the data|Ran out of time
RD2|evidenced|.35|Data|Most chose B, so they add the denominators; the model is not the problem|Most chose B, so they add the denominators
RD3|evidenced|.2|Protocol|Used the tuning protocol, two rounds of warm and cool feedback|tuning protocol
RD4|evidenced|.4|Reflection|What worked: number line. What we would change: shorter launch|What we would change`;

/** Lines as teams write them, each with the practice that it shows. Four indicators never occur, as in real life. */
export const exampleLines: readonly ExampleLine[] = table
  .trim()
  .split("\n")
  .map((row) => {
    const [code = "", stance = "", often = "", heading = "", text = "", words = ""] = row.split("|");
    return { code, stance: stance as Stance, often: Number(often), heading, text, words };
  });
