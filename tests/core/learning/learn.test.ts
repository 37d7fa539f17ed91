import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createTagger,
  learn,
  lessonSentence,
  plcRubric,
  type Said,
  type SeenLine,
  type Stance,
} from "../../../core/index";
import { builtInModel } from "../../../core/tagger/model";
import { builtInVocabulary } from "../../../core/tagger/vocabulary";

const seen = (meeting: number, text: string, decided: Readonly<Record<string, boolean | Stance>> = {}): SeenLine => ({
  line: { kind: "bullet", text },
  headings: [],
  type: "minutes",
  meeting: `m${meeting}`,
  decided: new Map(
    Object.entries(decided).map(([code, said]): [string, Said] => [
      code,
      typeof said === "string" ? { shows: true, stance: said } : { shows: said },
    ]),
  ),
});

const ORDINARY = ["fire drill", "photo money due", "laminator key is lost", "bus list changed", "bake sale table"];
/** A school that calls its time for extra help "Zebra", and says so twice in every meeting. */
const team: readonly SeenLine[] = Array.from({ length: 8 }, (_, n) => [
  seen(n, `zebra group list for week ${n}`, { SL3: true }),
  seen(n, `moved two pupils into zebra after quiz ${n}`, { SL3: true }),
  ...Array.from({ length: 25 }, (_, at) => seen(n, `${ORDINARY[at % ORDINARY.length]} on day ${at}`)),
]).flat();
const firstMeetings = (count: number) => team.slice(0, count * 27);

const tagsOf = (lessons: ReturnType<typeof learn>["lessons"], text: string, rubric = plcRubric) =>
  createTagger(rubric, builtInModel, builtInVocabulary, lessons).tag({
    type: "minutes",
    lines: [{ kind: "bullet", text }],
  }).tags[0] ?? [];

test("a team's own word comes to speak for what the team says it means", () => {
  const { lessons, decisions } = learn(plcRubric, team);
  expect(decisions).toBe(16);
  expect(lessons.find(({ name }) => name === "zebra")).toMatchObject({
    indicator: "SL3",
    space: "word",
    decisions: 16,
  });
  expect(tagsOf([], "moved three pupils into zebra").map(({ indicator }) => indicator)).not.toContain("SL3");
  const taught = tagsOf(lessons, "moved three pupils into zebra").find(({ indicator }) => indicator === "SL3");
  expect(taught?.why).toContain("zebra");
});

test("what one tagger was taught is unknown to the next: forgetting leads back to the tags of before", () => {
  const text = "moved three pupils into zebra";
  const before = tagsOf([], text);
  expect(tagsOf(learn(plcRubric, team).lessons, text)).not.toEqual(before);
  expect(tagsOf([], text)).toEqual(before);
});

test("a handful of decisions teaches nothing yet", () => {
  expect(learn(plcRubric, firstMeetings(3)).lessons).toEqual([]);
});

test("the order in which decisions come plays no part", () => {
  const expected = learn(plcRubric, team);
  fc.assert(
    fc.property(fc.shuffledSubarray([...team], { minLength: team.length }), (shuffled) => {
      expect(learn(plcRubric, shuffled)).toEqual(expected);
    }),
    { numRuns: 5 },
  );
});

test("codes that the rubric lacks are passed over", () => {
  expect(
    learn(
      plcRubric,
      team.map((line) => ({ ...line, decided: new Map([["XX9", { shows: true }]]) })),
    ).lessons,
  ).toEqual([]);
});

describe("a phrase of the team's own rubric", () => {
  const withPhrase = {
    ...plcRubric,
    indicators: plcRubric.indicators.map((one) => (one.code === "SL3" ? { ...one, phrases: ["zebra"] } : one)),
  };
  const text = "moved three pupils into zebra";
  const sl3 = (lessons: ReturnType<typeof learn>["lessons"]) =>
    tagsOf(lessons, text, withPhrase).find(({ indicator }) => indicator === "SL3");

  test("gives way where the team takes its tags away", () => {
    const rejected = team.map((line) => ({
      ...line,
      decided: new Map([...line.decided.keys()].map((code) => [code, { shows: false }])),
    }));
    const { lessons } = learn(withPhrase, rejected);
    expect(sl3([])).toMatchObject({ tier: "found" });
    expect(sl3(lessons)?.tier).not.toBe("found");
    const sentences = lessons.map((lesson) => lessonSentence(withPhrase, lesson));
    expect(sentences.join()).toContain("What means “a phrase of your team's own” speaks against SL3");
  });

  test("is not counted once more where the team agrees with its tags", () => {
    const { lessons } = learn(withPhrase, team);
    expect(Math.max(0, ...lessons.map(({ weight }) => weight))).toBeLessThan(1);
  });
});

test("names of people and words that say nothing alone are no lessons", () => {
  const named = team.map((line, at) =>
    line.decided.size === 0
      ? line
      : { ...line, line: { ...line.line, text: `as planned, Ann and flores had them in zebra ${at}; Flores and Ann` } },
  );
  const words = learn(plcRubric, named).lessons.flatMap(({ space, name }) => (space === "word" ? [name] : []));
  expect(words).toContain("zebra");
  expect(words.filter((word) => ["ann", "flores", "as", "and", "them", "in", "had"].includes(word))).toEqual([]);
});

describe("the stance of a tag that people changed", () => {
  const text = (n: number) => `sorted exit slips together, zebra style, class ${n}`;
  /** Every meeting has such a line; the team says each time that it is `stance`. */
  const restanced = (stance: Stance) =>
    Array.from({ length: 8 }, (_, n) => [
      seen(n, text(n), { SL3: stance }),
      seen(n, `more zebra slips to sort, ${n}`, { SL3: stance }),
      ...Array.from({ length: 30 }, (_, at) => seen(n, `${ORDINARY[at % ORDINARY.length]} on day ${at}`)),
    ]).flat();
  const stanceOf = (lessons: ReturnType<typeof learn>["lessons"]) =>
    tagsOf(lessons, text(99)).find(({ indicator }) => indicator === "SL3")?.stance;

  test("is learned, and nothing of it where the team agrees", () => {
    expect(stanceOf([])).toBe("evidenced");
    const { lessons } = learn(plcRubric, restanced("planned"));
    expect(lessons.find(({ name, stance }) => name === "zebra" && stance === "planned")?.weight).toBeGreaterThan(0);
    expect(stanceOf(lessons)).toBe("planned");
    const agreed = learn(plcRubric, [seen(0, text(1), { SL3: "evidenced" }), ...firstMeetings(8)]);
    expect(agreed.lessons.filter(({ stance }) => stance)).toEqual([]);
  });
});
