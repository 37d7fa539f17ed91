import { expect, test } from "vitest";
import { headingPaths, type Line, notesFromText, notesType, splitMeetings, templateLines } from "../../../core/index";

const heading = (text: string, depth = 1): Line => ({ kind: "heading", text, depth });
const bullet = (text: string): Line => ({ kind: "bullet", text });

test("heading paths nest by depth and are shared by the lines below", () => {
  const lines = [heading("PLC"), heading("Data", 2), bullet("a"), bullet("b"), heading("Next", 2), bullet("c")];
  const paths = headingPaths(lines);
  expect(paths).toEqual([[], ["PLC"], ["PLC", "Data"], ["PLC", "Data"], ["PLC"], ["PLC", "Next"]]);
  expect(paths[2]).toBe(paths[3]);
});

test("a running log is split at its dated headings, and years are carried over", () => {
  const lines = [
    heading("Algebra log 2024-25"),
    heading("Wed 11/20/2024"),
    bullet("a"),
    heading("Wed 12/4"),
    bullet("b due 12/20"),
    heading("Wed 1/8"),
    bullet("c"),
  ];
  const meetings = splitMeetings({ title: "Log", lines });
  expect(meetings.map(({ from, notes }) => [from, notes.date, notes.lines.length])).toEqual([
    [0, "2024-11-20", 3],
    [3, "2024-12-04", 2],
    [5, "2025-01-08", 2],
  ]);
});

test("a log with the newest meeting on top goes back over New Year", () => {
  const lines = [heading("Jan 8 2025"), bullet("c"), heading("Dec 4"), bullet("b"), heading("Nov 20"), bullet("a")];
  expect(splitMeetings({ lines }).map(({ notes }) => notes.date)).toEqual(["2025-01-08", "2024-12-04", "2024-11-20"]);
});

test("dates inside lines do not split a meeting", () => {
  const lines = [heading("Gr 4 9/3/2025"), bullet("trip 9/12"), heading("Next meeting 9/17"), bullet("bring slips")];
  expect(splitMeetings({ lines })).toHaveLength(1);
});

test("blank fields, unticked boxes, guiding questions and text that repeats are print; answers are not", () => {
  const norms = bullet("Start on time, assume good will, phones away");
  const lines = [
    norms,
    bullet("Date: ______"),
    bullet("☐ Y ☐ N"),
    bullet("What do we want students to learn?"),
    bullet("add within 100"),
    norms,
    bullet("norms reviewed"),
    norms,
    bullet("norms reviewed"),
    bullet("norms reviewed"),
  ];
  expect(templateLines(lines)).toEqual([true, true, true, true, false, true, false, true, false, false]);
});

test.each([
  ["agenda", "Agenda 12 Oct\n2:45 Welcome\n2:50 Review norms\n3:00 Look at exit slips (20 min)\n3:20 Next steps"],
  ["minutes", "PLC notes\nPresent: Ana\nLou shared her slips, 12 passed\nwe agreed to reteach\nAna said no"],
  ["minutes", ""],
])("the type of an %s is told from its lines", (type, text) => {
  expect(notesType(notesFromText(text))).toBe(type);
});

test("the caller's word on the type stands", () => {
  expect(notesType({ ...notesFromText("we met and agreed"), type: "agenda" })).toBe("agenda");
});
