import fc from "fast-check";
import { expect, test } from "vitest";
import { type CoverageSource, coverageOf, isPrintedIn, plcRubric, streamedMeetings } from "../../../core/index";
import { anyDocument, bullet, documentOf, tagOf } from "./documents";

/** Sums up a stream as its documentation says. */
function summed(documents: readonly CoverageSource[]) {
  const streamed = documents.flatMap(streamedMeetings);
  const meetings = new Map<string, number>();
  for (const { repeatable } of streamed)
    for (const text of repeatable.keys()) meetings.set(text, (meetings.get(text) ?? 0) + 1);
  const isPrint = (text: string) => isPrintedIn(meetings.get(text) ?? 0);
  return streamed.map(({ meeting, repeatable }) => ({
    source: meeting.source,
    lines: [...repeatable].reduce((left, [text, lines]) => left - (isPrint(text) ? lines : 0), meeting.lines),
    tags: meeting.tags.filter(({ text }) => !isPrint(text)),
  }));
}

const sorted = (meetings: readonly { source: string; lines: number; tags: readonly unknown[] }[]) =>
  meetings.map(({ source, lines, tags }) => JSON.stringify({ source, lines, tags })).sort();

test("a stream summed up by its rule has the meetings, lines and tags of the coverage", () => {
  fc.assert(
    fc.property(fc.array(anyDocument, { maxLength: 7 }), (documents) => {
      expect(sorted(summed(documents))).toEqual(sorted(coverageOf(documents, plcRubric).meetings));
    }),
  );
});

test("a norm printed on three sheets takes its tags and its lines away", () => {
  const sheet = () =>
    documentOf([
      [bullet("Start on time, assume good will"), tagOf("SB1")],
      [bullet("a"), tagOf("RD1")],
    ]);
  expect(summed([sheet(), sheet()]).map(({ lines, tags }) => [lines, tags.length])).toEqual([
    [2, 2],
    [2, 2],
  ]);
  expect(summed([sheet(), sheet(), sheet()]).map(({ lines, tags }) => [lines, tags.length])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
});
