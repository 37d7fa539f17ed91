import fc from "fast-check";
import { expect, test } from "vitest";
import { notesFromJson, notesToJson } from "../../../core/index";

test("notes go out and come back the same", () => {
  const json = notesToJson({
    title: "Gr 4",
    date: "2025-09-03",
    level: "grade",
    model: "dufour",
    type: "minutes",
    lines: [{ kind: "cell", text: "=1+1", row: 0, column: 2 }],
  });
  const read = notesFromJson(json);
  expect(read).toMatchObject({ ok: true, warnings: [] });
  if (read.ok) expect(notesToJson(read.notes)).toBe(json);
});

test("unknown fields and values are left out with a warning each", () => {
  const read = notesFromJson(
    '{"title":"x","mood":"sunny","level":"galaxy","date":"2025-02-30","model":"none","type":"poem","lines":[{"text":"a","kind":"verse","loud":true}]}',
  );
  expect(read).toMatchObject({ ok: true, notes: { title: "x", lines: [{ kind: "para", text: "a" }] } });
  if (read.ok) expect(read.warnings).toHaveLength(6);
});

test.each([
  ["", "not JSON"],
  ["[1,2]", "lines"],
  ['{"lines":"a"}', "lines"],
  ['{"lines":[{"text":"a"},{"kind":"para"}]}', "lines[1].text"],
])("%j is refused with its place and a remedy", (json, place) => {
  const read = notesFromJson(json);
  expect(read.ok).toBe(false);
  if (!read.ok) {
    expect(read.problem).toContain(place);
    expect(read.remedy).toContain('"lines"');
  }
});

test("no JSON makes it throw", () => {
  fc.assert(fc.property(fc.json(), (json) => void notesFromJson(json)));
  fc.assert(fc.property(fc.string(), (text) => void notesFromJson(text)));
});
