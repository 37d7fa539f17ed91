import { describe, expect, test } from "vitest";
import { timeBoxIn } from "../../../core/notes/time-boxes";

describe("the time box of an item", () => {
  test.each([
    ["Norms (5 min)", 5],
    ["Norms (5 mins.)", 5],
    ["norms 5m", 5],
    ["5 min: norms", 5],
    ["reading 10'", 10],
    ["reading 10’", 10],
    ["Quiet read, 10 minutes", 10],
    ["Quiet read – ten minutes", 10],
    ["twenty-five minutes for data", 25],
    ["½ hr: news", 30],
    ["1/2 hour news", 30],
    ["half an hour for news", 30],
    ["1½ hours: plan", 90],
    ["1.5 hrs planning", 90],
    ["Plan (1 hr 15)", 75],
    ["1h30 planning", 90],
    ["an hour and a half for planning", 90],
    ["¼ hr: arrivals", 15],
    ["a quarter of an hour: arrivals", 15],
    ["Two dilemmas, 2x15 min", 30],
    ["Two dilemmas 2x15", 30],
    ["share-out: 4 schools x 5 min", 20],
    ["3 rounds of 10 min: coaches", 30],
    ["6 people, 5 min each", 30],
    ["tables (15 min x 2)", 30],
    ["5-10 min hello", 10],
    ["Hello............5 min", 5],
    ["Read (5 min), then talk (10 min)", 15],
    ["WIN block 9:00–9:40: who goes (10 min)", 10],
    ["Plan the 30 min WIN block (10 min)", 10],
    ["Exit slips, 20 min – Ana & Lou", 20],
    ["Data talk (1.25 hr)", 75],
    ["Data talk (.5 hr)", 30],
    ["Plan (1-1/2 hours)", 90],
    ["Plan, one and a half hours", 90],
    ["two hours for data", 120],
    ["0:15 data", 15],
    ["two 15-minute dilemmas", 30],
    ["two dilemmas, 15 min each", 30],
    ["10 min per class, 3 classes", 30],
    ["4 teachers, 5 min per teacher", 20],
    ["5 min each x 4", 20],
    ["10+10 min jigsaw", 20],
    ["5/10/5 min: read, talk, write", 20],
    ["5 min read + 10 min talk", 15],
    ["5 min intro, 20 min work, 5 min share", 30],
    ["10 min: plan the 30 min WIN block", 10],
    ["Data (10 minuts)", 10],
    ["Data (10 mns)", 10],
    ["Data talk, 15 min total", 15],
    ["No more than 10 minutes: news", 10],
    ["Quick 5-minute check-in", 5],
    ["Last 10 min: next steps", 10],
    ["The remaining 20 minutes – plan", 20],
    ["Data | 10 min | Ana", 10],
    ["Data – 10 min – bring your slips", 10],
    ["Data - 15 mins (Lou) bring 3 samples", 15],
    ["Data {10 min}", 10],
  ])("%j takes %d minutes", (text, minutes) => {
    expect(timeBoxIn(text)?.minutes).toBe(minutes);
    expect(timeBoxIn(text)?.inText).toBeUndefined();
  });

  test.each([
    ["2:45–3:05 data", 885, 905],
    ["2.45 - 3.05 data", 885, 905],
    ["2:45 to 3:05pm data", 885, 905],
    ["2:45 p.m. – 3:05 p.m. data", 885, 905],
    ["9-9:20 hello", 540, 560],
    ["3-4pm workshop", 900, 960],
    ["11:45-12:15pm lunch talk", 705, 735],
    ["11:30 – noon plan", 690, 720],
    ["13:40–14:15 growth", 820, 855],
    ["0810-0840 results", 490, 520],
    ["8h05-8h30 bonjour", 485, 510],
    ["2:45–55 hello", 885, 895],
    ["12:50 until 1:10 sort", 770, 790],
    ["09:00-09:15 coffee", 540, 555],
    ["2:45 thru 3:05 data", 885, 905],
    ["2:45 -- 3:05 data", 885, 905],
    ["2:45 ~ 3:05 data", 885, 905],
    ["from 2:45 to 3:05: data", 885, 905],
    ["half past two to quarter past three: data", 870, 915],
    ["quarter to three – 3:05 data", 885, 905],
  ])("%j runs from %d to %d minutes after midnight", (text, from, to) => {
    expect(timeBoxIn(text)).toMatchObject({ from, to, minutes: to - from });
  });

  test.each([
    ["Scores until 3:15", { to: 915 }],
    ["Scores, till 3.15pm", { to: 915 }],
    ["8:05 welcome", { from: 485 }],
    ["8h05 bonjour", { from: 485 }],
    ["3pm workshop", { from: 900 }],
    ["0930 hrs briefing", { from: 570 }],
    ["Quarter to three: norms", { from: 885 }],
    ["Ten to three: news", { from: 890 }],
    ["Three o'clock: data", { from: 900 }],
    ["Twenty-five past 3, data", { from: 925 }],
    ["Data until half past three", { to: 930 }],
    ["2:50 (10 min) data", { from: 890, minutes: 10 }],
    ["2:50–3:10 data (15 min)", { minutes: 20, said: 15 }],
    ["Data 2:50–3:10 (15 min)", { minutes: 20, said: 15 }],
  ])("%j gives what it says", (text, box) => {
    expect(timeBoxIn(text)).toMatchObject(box);
    expect(timeBoxIn(text)?.inText).toBeUndefined();
  });

  test.each([
    "12 of 22 passed",
    "Gr 3-5 essays",
    "pages 12-15",
    "71-80% proficient",
    "the 2025-2026 calendar",
    "Room 204",
    "standards 4.NF.3 and 4.NF.4",
    "3x5 index cards",
    "a 4x6 array",
    "Glows and grows, 2 min each",
    "due 10/12",
    "$15 each",
    "Tier 2 groups",
    "five to ten people",
    "we walked past three rooms",
    "a quarter of the class",
    "Grade 4 glows, 2 min each",
    "ratio 3:00:5",
    "",
  ])("%j has none", (text) => {
    expect(timeBoxIn(text)?.minutes).toBeUndefined();
  });

  test.each([
    "lock 45 min of common planning for all",
    "we found out at 4:15 that the bus had gone",
    "the first 5 min of class go to bell work",
    "swap a 10-minute visit so that somebody else keeps the tally",
  ])("the time in the midst of %j may be that of something else", (text) => {
    expect(timeBoxIn(text)?.inText).toBe(true);
  });
});
