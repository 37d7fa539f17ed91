import { join } from "node:path";
import { expect, test } from "vitest";
import { createTagger, headingPaths, learn, plcRubric, type SeenLine, type Tagger } from "../../../core/index";
import { MOST_LESSONS } from "../../../core/learning/adjustment";
import { builtInModel } from "../../../core/tagger/model";
import { builtInVocabulary } from "../../../core/tagger/vocabulary";
import { type GoldMeeting, listGold, notesOf, teamOf } from "../../../training/gold";
import { randomFrom } from "../../../training/random";

const untaught = createTagger(plcRubric);
const codes = plcRubric.indicators.map(({ code }) => code);

/** Teams with words of their own, none of whose meetings the model has seen; their meetings by date. */
const teams = new Map<string, GoldMeeting[]>();
for (const meeting of listGold(join(import.meta.dirname, "../../corpus/test"))) {
  const team = teamOf(meeting.name);
  if (/^y\d+[a-z]$/.test(team)) teams.set(team, [...(teams.get(team) ?? []), meeting]);
}

type Judge = (code: string, labels: ReadonlyMap<string, unknown>) => boolean;

/** What a team decides that goes through the suggestions of each line, and adds `more` to it. */
function decided(
  meeting: GoldMeeting,
  judge: Judge,
  more: (labels: ReadonlyMap<string, unknown>) => string[],
): SeenLine[] {
  const notes = notesOf(meeting);
  const { tags, type, template } = untaught.tag(notes);
  const headings = headingPaths(notes.lines);
  return notes.lines.flatMap((line, at) => {
    if (line.kind === "heading" || template[at]) return [];
    const labels = meeting.lines[at]?.labels ?? new Map();
    const judged = (tags[at] ?? []).map(({ indicator }) => [indicator, judge(indicator, labels)] as const);
    const added = more(labels).map((code) => [code, true] as const);
    return [
      { line, headings: headings[at] ?? [], type, meeting: meeting.name, decided: new Map([...judged, ...added]) },
    ];
  });
}

function f1(pairs: readonly (readonly [Tagger, GoldMeeting])[]): number {
  const count = { right: 0, said: 0, given: 0 };
  for (const [tagger, meeting] of pairs) {
    const { tags } = tagger.tag(notesOf(meeting));
    meeting.lines.forEach(({ labels }, at) => {
      count.given += labels.size;
      count.said += tags[at]?.length ?? 0;
      count.right += (tags[at] ?? []).filter(({ indicator }) => labels.has(indicator)).length;
    });
  }
  return (2 * count.right) / (count.said + count.given);
}

/** F1 on the later half of each team's meetings, before and after learning from the first half. */
function replay(
  judge: Judge,
  more: (labels: ReadonlyMap<string, unknown>) => string[],
): { before: number; after: number } {
  const before: [Tagger, GoldMeeting][] = [];
  const after: [Tagger, GoldMeeting][] = [];
  for (const meetings of teams.values()) {
    const [first, later] = [meetings.slice(0, meetings.length >> 1), meetings.slice(meetings.length >> 1)];
    const { lessons } = learn(
      plcRubric,
      first.flatMap((meeting) => decided(meeting, judge, more)),
    );
    const taught = createTagger(plcRubric, builtInModel, builtInVocabulary, lessons);
    for (const meeting of later) {
      before.push([untaught, meeting]);
      after.push([taught, meeting]);
    }
  }
  return { before: f1(before), after: f1(after) };
}

const byLabels: Judge = (code, labels) => labels.has(code);
const addMissing = (labels: ReadonlyMap<string, unknown>) => [...labels.keys()] as string[];

/** What learning has to bring: less than it does, more than chance would. */
const LEAST_RISE = 0.01;

test("learning from a team's first meetings helps with its later ones", { timeout: 60_000 }, () => {
  expect(teams.size).toBe(8);
  const { before, after } = replay(byLabels, addMissing);
  console.log(`F1 on later meetings ${before.toFixed(3)} → ${after.toFixed(3)} after learning`);
  expect(after).toBeGreaterThan(before + LEAST_RISE);
});

test("however much a team decides, what is learned can be read: the strongest lessons alone are kept", {
  timeout: 60_000,
}, () => {
  const seen = [...teams.values()]
    .flat()
    .slice(0, 40)
    .flatMap((meeting) => decided(meeting, byLabels, addMissing));
  const { lessons, decisions } = learn(plcRubric, seen);
  expect(decisions).toBeGreaterThan(1000);
  expect(lessons).toHaveLength(MOST_LESSONS);
});

test.each([1, 2, 3])("random clicks (seed %i) do next to no harm", { timeout: 60_000 }, (seed) => {
  const random = randomFrom(seed);
  const { before, after } = replay(
    () => random() < 0.5,
    () => (random() < 0.3 ? [codes[Math.floor(random() * codes.length)] as string] : []),
  );
  console.log(`F1 on later meetings ${before.toFixed(3)} → ${after.toFixed(3)} after random clicks`);
  expect(after).toBeGreaterThanOrEqual(before - 0.01);
});
