import fc from "fast-check";
import { expect, test } from "vitest";
import { createTagger, type Line, type LineKind, type Notes, plcRubric, readRubric } from "../../../core/index";
import { LIMITS } from "../../../core/rubric/limits";
import plc from "../../../core/rubric/plc.json" with { type: "json" };
import { listGold, notesOf } from "../../../training/gold";

const tagger = createTagger(plcRubric);
const codes = new Set(plcRubric.indicators.map(({ code }) => code));
const meetings = listGold("tests/corpus/train").filter(({ facts }) => facts.set === undefined);
const real = meetings.flatMap(({ lines }) => lines.map(({ text }) => text));
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...real.slice(0, 1500)) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);
const kind = fc.constantFrom<LineKind>("heading", "bullet", "bullet", "item", "para", "cell");
const line: fc.Arbitrary<Line> = fc.record({ kind, text });
const lines = fc.array(line, { maxLength: 25 });

test("evidence lies inside its line, on whole characters, in order and apart", () => {
  fc.assert(
    fc.property(lines, (lines) => {
      const { tags } = tagger.tag({ lines });
      expect(tags).toHaveLength(lines.length);
      tags.forEach((found, at) => {
        const { text } = lines[at] as Line;
        for (const { indicator, stance, confidence, tier, evidence, why } of found) {
          expect(codes.has(indicator)).toBe(true);
          expect(["evidenced", "planned", "contrary"]).toContain(stance);
          expect(["found", "suggested"]).toContain(tier);
          expect(confidence > 0 && confidence <= 1).toBe(true);
          expect(why).toMatch(/^\S.*\.$/su);
          let last = 0;
          for (const [start, end] of evidence) {
            expect(start >= last && end > start && end <= text.length).toBe(true);
            if (!LONE_SURROGATE.test(text)) expect(LONE_SURROGATE.test(text.slice(start, end))).toBe(false);
            last = end;
          }
        }
      });
    }),
  );
});

test("a changed line is taken in with the same result as a full run", () => {
  const change = fc.record({ at: fc.nat(30), removed: fc.nat(3), inserted: fc.array(line, { maxLength: 4 }) });
  fc.assert(
    fc.property(lines, fc.array(change, { maxLength: 6 }), (lines, changes) => {
      let tagged = tagger.tag({ title: "PLC", lines });
      for (const { at, removed, inserted } of changes) {
        const from = Math.min(at, tagged.notes.lines.length);
        const gone = Math.min(removed, tagged.notes.lines.length - from);
        tagged = tagger.retag(tagged, { at: from, removed: gone, inserted });
        expect(tagged).toEqual(tagger.tag(tagged.notes));
      }
    }),
    { numRuns: 150 },
  );
});

test("print that comes and goes is followed line by line", () => {
  const norm: Line = { kind: "bullet", text: "Sort the exit tickets together before we talk" };
  const other: Line = { kind: "bullet", text: "we sorted 22 exit tickets into three piles" };
  let tagged = tagger.tag({ type: "minutes", lines: [norm, other, norm] });
  for (const inserted of [[norm], [other], [norm, norm]]) {
    tagged = tagger.retag(tagged, { at: 1, removed: 1, inserted });
    expect(tagged).toEqual(tagger.tag(tagged.notes));
  }
  expect(tagged.template).toEqual([true, true, true, true]);
});

test("a line reads alike wherever it stands in a document of plain lines", () => {
  const ordinary: Line[] = [{ kind: "bullet", text: "copier code changed again" }];
  const line: Line = { kind: "bullet", text: "we sorted the exit tickets, 12 of 22 got it, reteach Thursday" };
  const alone = tagger.tag({ type: "minutes", lines: [line] }).tags[0];
  expect(alone?.length).toBeGreaterThan(0);
  expect(tagger.tag({ type: "minutes", lines: [...ordinary, line, ...ordinary] }).tags[1]).toEqual(alone);
});

test("headings and printed template text carry no tags", () => {
  const lines: Line[] = [
    { kind: "heading", text: "Exit tickets sorted and scored" },
    { kind: "cell", text: "Date: ________" },
    { kind: "cell", text: "What do we want students to learn?" },
  ];
  expect(tagger.tag({ lines }).tags.flat()).toEqual([]);
});

test.each([
  ["nothing", []],
  ["empty lines", ["", " "]],
  ["a language it does not know", ["今日は学年会議で小テストの結果を見ました", "Ελέγξαμε τα τετράδια μαζί"]],
  ["emoji and right-to-left text", ["👩‍🏫👨‍👩‍👧 🏳️‍🌈", "שלום לכולם, פגישה ביום שלישי"]],
  ["one line of a million characters", ["exit ticket data ".repeat(62_500)]],
])("%s is no trouble", (_, texts) => {
  const notes: Notes = { lines: texts.map((text) => ({ kind: "para", text })) };
  const { tags } = tagger.tag(notes);
  expect(tags).toHaveLength(texts.length);
  if (!texts.some((text) => text.includes("exit"))) expect(tags.flat()).toEqual([]);
});

test("the same notes give the same tags, also from a tagger made anew", () => {
  const notes = notesOf(meetings[0] as (typeof meetings)[number]);
  expect(createTagger(plcRubric).tag(notes)).toEqual(tagger.tag(notes));
});

/** The built-in rubric with phrases of a team's own. */
function withPhrases(phrases: Readonly<Record<string, readonly string[]>>) {
  const indicators = plc.indicators.map((one) => ({ ...one, phrases: phrases[one.code] ?? [] }));
  return readRubric({ ...plc, indicators });
}

function taggerOf(reading: ReturnType<typeof readRubric>) {
  if (!reading.ok) throw new Error(reading.faults[0]?.problem);
  return createTagger(reading.rubric);
}

test("a team's own phrase speaks for its indicator, and says so", () => {
  const notes: Notes = { type: "minutes", lines: [{ kind: "bullet", text: "zibble sheets" }] };
  const [found] = taggerOf(withPhrases({ SL3: ["zibble sheet*"] }))
    .tag(notes)
    .tags.flat();
  expect(found).toMatchObject({ indicator: "SL3", evidence: [[0, 13]] });
  expect(found?.why).toContain("your team");
  expect(tagger.tag(notes).tags.flat()).toEqual([]);
});

test.each([7, 8, 40])("a team's own phrase of %i words is found", (count) => {
  const phrase = Array.from({ length: count }, (_, at) => "zqxj"[at % 4]).join(" ");
  const notes: Notes = { type: "minutes", lines: [{ kind: "bullet", text: phrase }] };
  const found = taggerOf(withPhrases({ SL3: [phrase] }))
    .tag(notes)
    .tags.flat();
  expect(found.map(({ indicator }) => indicator)).toEqual(["SL3"]);
});

test("a rubric with as many phrases as there is room for gives a tagger", () => {
  // Words that begin alike as little as can be take the most room.
  const wordOf = (at: number) =>
    Array.from({ length: 21 }, (_, n) => String.fromCharCode(97 + ((at * (n + 7) + n * n) % 26))).join("") +
    (1000 + at);
  const words = Array.from({ length: LIMITS.phraseLetters / wordOf(0).length }, (_, at) => wordOf(at));
  const each = Math.ceil(words.length / plc.indicators.length);
  const phrases = Object.fromEntries(
    plc.indicators.map(({ code }, at) => [code, words.slice(at * each, (at + 1) * each)]),
  );
  expect(withPhrases({ ...phrases, SL3: [...(phrases.SL3 ?? []), "one more"] }).ok).toBe(false);
  const { code = "" } = plc.indicators[0] ?? {};
  const notes: Notes = { type: "minutes", lines: [{ kind: "bullet", text: phrases[code]?.[0] ?? "" }] };
  expect(taggerOf(withPhrases(phrases)).tag(notes).tags.flat()).toMatchObject([{ indicator: code }]);
});

test("an indicator that the rubric leaves out is never tagged", () => {
  const without = { ...plcRubric, indicators: plcRubric.indicators.filter(({ code }) => code !== "SL3") };
  const found = meetings.slice(0, 20).flatMap((meeting) => createTagger(without).tag(notesOf(meeting)).tags.flat());
  expect(found.length).toBeGreaterThan(50);
  expect(found.some(({ indicator }) => indicator === "SL3")).toBe(false);
});
