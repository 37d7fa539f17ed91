import { describe, expect, test } from "vitest";
import { createTagger, plcRubric, streamedMeetings } from "../../core/index";
import { listGold } from "../../training/gold";
import { root } from "../cli/plumbline";
import { bareEngine, bodyOf, LIMITS, library, tagsWithin } from "./bare-engine";

const meetings = listGold(`${root}/tests/corpus/test`).map(({ facts, lines }) => ({
  title: facts.title ?? "",
  ...(facts.date === undefined ? {} : { date: facts.date }),
  lines: lines.map(({ kind, text }) => ({ kind, text })),
}));

interface Tagged {
  readonly lines: number;
  readonly tags: readonly { readonly line: number; readonly indicator: string; readonly confidence: number }[];
  readonly repeatable: readonly { readonly text: string; readonly lines: number }[];
}

describe("BigQuery's functions, in an engine with nothing but the language,", () => {
  test("tag as the core does, tag for tag", async () => {
    const call = await bareEngine();
    const tagger = createTagger(plcRubric);
    let tags = 0;
    for (const notes of meetings) {
      const found = call("tag", JSON.stringify(notes)) as Tagged[];
      const known = streamedMeetings({ source: "", tagged: tagger.tag(notes) });
      expect(found.map(({ lines }) => lines)).toEqual(known.map(({ meeting }) => meeting.lines));
      expect(
        found.map((one) => one.tags.map(({ line, indicator, confidence }) => [line, indicator, confidence])),
      ).toEqual(
        known.map(({ meeting }) =>
          meeting.tags.map(({ line, indicator, confidence }) => [line + 1, indicator, confidence]),
        ),
      );
      expect(found.map((one) => one.repeatable.map(({ text, lines }) => [text, lines]))).toEqual(
        known.map(({ repeatable }) => [...repeatable]),
      );
      tags += found.reduce((sum, one) => sum + one.tags.length, 0);
    }
    expect(tags).toBeGreaterThan(1000);
  });

  test.each([null, "", "no notes", "{}", '{"lines": 3}', '{"lines": [{"kind": "para"}]}'])(
    "give NULL for %s and say what is wrong with it",
    async (notes) => {
      const call = await bareEngine();
      expect(call("tag", notes)).toBeNull();
      expect(call("problem", notes)).toMatch(/Notes JSON looks like/);
    },
  );

  test("give the rubric's practices in order", async () => {
    const call = await bareEngine();
    expect(call("problem", JSON.stringify(meetings[0]))).toBeNull();
    expect(call("rubric")).toMatchObject(
      plcRubric.indicators.map(({ code }, at) => ({ place: at + 1, indicator: code })),
    );
  });
});

describe("BigQuery's limits", () => {
  test("hold the library and the functions", async () => {
    expect(Buffer.byteLength(await library)).toBeLessThan(LIMITS.libraryBytes);
    for (const name of ["tag", "problem", "rubric"])
      expect(Buffer.byteLength(bodyOf(name).body)).toBeLessThan(LIMITS.inlineBytes);
  });

  test("hold the result of a year of notes in one document", async () => {
    const call = await bareEngine();
    const lines = meetings.flatMap((meeting) => meeting.lines).slice(0, 40 * 60);
    const result = JSON.stringify(call("tag", JSON.stringify({ lines })));
    expect(Buffer.byteLength(result)).toBeLessThan(LIMITS.rowBytes);
  });

  test("hold its memory: 40 MB do for a hundred meetings, three times over", async () => {
    const notes = Array.from({ length: 3 }, () => meetings.map((meeting) => JSON.stringify(meeting))).flat();
    expect(await tagsWithin(40, notes)).toBeGreaterThan(4000);
  });
});
