import { expect, test } from "vitest";
import { createTagger, learn, plcRubric, type TaggedNotes } from "../../../core/index";
import { MOST_LESSONS } from "../../../core/learning/adjustment";
import { type GoldMeeting, notesOf } from "../../../training/gold";
import { randomFrom } from "../../../training/random";
import { careful, decidedOn, type Habits, qualityOf, teams } from "./teams";

const untaught = createTagger(plcRubric);
const codes = plcRubric.indicators.map(({ code }) => code);
const decided = (meeting: GoldMeeting, habits: Habits) => decidedOn(meeting, untaught.tag(notesOf(meeting)), habits);

/** How good the tags are on the later half of each team's meetings, before and after learning from the first half. */
function replay(habits: Habits) {
  const before: [TaggedNotes, GoldMeeting][] = [];
  const after: [TaggedNotes, GoldMeeting][] = [];
  for (const meetings of teams.values()) {
    const [first, later] = [meetings.slice(0, meetings.length >> 1), meetings.slice(meetings.length >> 1)];
    const { lessons } = learn(
      plcRubric,
      first.flatMap((meeting) => decided(meeting, habits)),
    );
    const taught = createTagger(plcRubric, undefined, undefined, lessons);
    for (const meeting of later) {
      before.push([untaught.tag(notesOf(meeting)), meeting]);
      after.push([taught.tag(notesOf(meeting)), meeting]);
    }
  }
  return { before: qualityOf(before), after: qualityOf(after) };
}

function print(what: string, { before, after }: ReturnType<typeof replay>): void {
  const [f1, stance] = (["f1", "stance"] as const).map((of) => `${before[of].toFixed(3)} → ${after[of].toFixed(3)}`);
  console.log(`Later meetings, ${what}: F1 ${f1}, right stance ${stance}`);
}

/** What learning has to bring: less than it does, more than chance would. */
const LEAST_RISE = 0.005;

test("learning from a team's first meetings helps with its later ones", { timeout: 120_000 }, () => {
  expect(teams.size).toBe(8);
  const { before, after } = replay(careful);
  print("after learning", { before, after });
  expect(after.f1).toBeGreaterThan(before.f1 + LEAST_RISE);
  expect(after.stance).toBeGreaterThan(before.stance - 0.005);
});

test("a bad click in ten leaves learning a help", { timeout: 120_000 }, () => {
  const random = randomFrom(7);
  const flipped: Habits = {
    judge: (code, labels) => (random() < 0.1 ? { shows: !labels.has(code) } : careful.judge(code, labels)),
    add: (labels) => careful.add(labels).filter(() => random() > 0.1),
  };
  const { before, after } = replay(flipped);
  print("after learning with a bad click in ten", { before, after });
  expect(after.f1).toBeGreaterThan(before.f1);
});

test("however much a team decides, what is learned can be read", { timeout: 120_000 }, () => {
  const meetings = [...teams.values()].flat().slice(0, 40);
  const { lessons, decisions } = learn(
    plcRubric,
    meetings.flatMap((meeting) => decided(meeting, careful)),
  );
  expect(decisions).toBeGreaterThan(1000);
  expect(lessons).toHaveLength(MOST_LESSONS);
});

test.each([1, 2, 3])("random clicks (seed %i) do next to no harm", { timeout: 120_000 }, (seed) => {
  const random = randomFrom(seed);
  const { before, after } = replay({
    judge: () => ({ shows: random() < 0.5 }),
    add: () => (random() < 0.3 ? [[codes[Math.floor(random() * codes.length)] as string, { shows: true }]] : []),
  });
  print("after random clicks", { before, after });
  expect(after.f1).toBeGreaterThanOrEqual(before.f1 - 0.01);
});
