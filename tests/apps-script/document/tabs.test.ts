import type { docs_v1 } from "@googleapis/docs";
import { expect, test } from "vitest";
import type { DocsBlock, DocsDocument, DocsElement, DocsParagraph } from "../../../apps-script/document/docs-json";
import { linkTo, notesOfDocument } from "../../../apps-script/document/notes-of-document";

const run = (content: string, rest: object = {}): DocsElement => ({ textRun: { content, textStyle: {}, ...rest } });
const paragraph = (elements: readonly DocsElement[] | string, rest: Partial<DocsParagraph> = {}): DocsBlock => ({
  paragraph: {
    paragraphStyle: { namedStyleType: "NORMAL_TEXT" },
    ...rest,
    elements: [...(typeof elements === "string" ? [run(elements)] : elements), run("\n")],
  },
});
const heading = (text: string, level: number, headingId: string) =>
  paragraph(text, { paragraphStyle: { namedStyleType: level ? `HEADING_${level}` : "TITLE", headingId } });
const tab = (content: readonly DocsBlock[], tabId = "t.0", title = "Tab 1", rest: object = {}) => ({
  tabProperties: { tabId, title },
  documentTab: { body: { content }, ...rest },
});
const read = (content: readonly DocsBlock[], rest: object = {}) => {
  const [first] = notesOfDocument({ title: "PLC", tabs: [tab(content, "t.0", "Tab 1", rest)] });
  return (first?.notes.lines ?? []).map(({ offset: _, ...line }) => line);
};

/** Google's own types fit those that are read; a change of either shows here. */
const fits = (document: docs_v1.Schema$Document): DocsDocument => document;

test("what the API gives can be read", () => {
  expect(notesOfDocument(fits({ title: "Empty", tabs: [] }))).toEqual([]);
});

test("chips read as they do on the page", () => {
  const elements = [
    run("Ask "),
    { person: { personProperties: { name: "Roz Lee", email: "roz@school.org" } } },
    run(" about "),
    { richLink: { richLinkProperties: { title: "Fall data", uri: "https://docs.google.com/x" } } },
    run(" by "),
    { dateElement: { dateElementProperties: { displayText: "Oct 8, 2025", timestamp: "2025-10-08T12:00:00Z" } } },
  ];
  expect(read([paragraph(elements)])).toEqual([{ kind: "para", text: "Ask Roz Lee about Fall data by Oct 8, 2025" }]);
});

test("a chip without a name reads as its address or its day", () => {
  const elements = [
    { person: { personProperties: { email: "roz@school.org" } } },
    run(" "),
    { richLink: { richLinkProperties: { uri: "https://example.org/a" } } },
    run(" "),
    { dateElement: { dateElementProperties: { timestamp: "2025-10-08T12:00:00Z" } } },
  ];
  expect(read([paragraph(elements)])[0]?.text).toBe("roz@school.org https://example.org/a 2025-10-08");
});

test("pictures, rules and equations hold nothing to read", () => {
  const silent = [
    { inlineObjectElement: { inlineObjectId: "kix.1" } },
    { horizontalRule: {} },
  ] as unknown as DocsElement[];
  expect(read([paragraph(silent), paragraph([run("After "), ...silent, run("all")])])).toEqual([
    { kind: "para", text: "After all" },
  ]);
});

test("footnotes stand as paragraphs at the end, in the order of their marks", () => {
  const footnotes = {
    b: { content: [paragraph("Second note")] },
    a: { content: [paragraph("First note")] },
  };
  const elements = [
    run("One"),
    { footnoteReference: { footnoteId: "a" } },
    run(" two"),
    { footnoteReference: { footnoteId: "b" } },
  ];
  expect(read([paragraph(elements), paragraph("Last")], { footnotes }).map(({ text }) => text)).toEqual([
    "One two",
    "Last",
    "First note",
    "Second note",
  ]);
});

test("suggestions are taken as not yet accepted", () => {
  const elements = [
    run("We agreed", { suggestedDeletionIds: ["s.1"] }),
    run(" and argued", { suggestedInsertionIds: ["s.2"] }),
    run(" on norms"),
  ];
  expect(read([paragraph(elements)])).toEqual([{ kind: "para", text: "We agreed on norms" }]);
});

test("a suggested end of a paragraph does not end it", () => {
  const first: DocsBlock = {
    paragraph: { elements: [run("Sorted the "), run("\n", { suggestedInsertionIds: ["s.1"] })] },
  };
  expect(read([first, paragraph("exit slips")])).toEqual([{ kind: "para", text: "Sorted the exit slips" }]);
});

test("a new line within a paragraph begins a line", () => {
  expect(read([paragraph("Present: Roz\vAbsent: Jo")]).map(({ text }) => text)).toEqual(["Present: Roz", "Absent: Jo"]);
});

test("lists keep their depth, and a checklist claims no ticks", () => {
  const blocks = [0, 1, 2].map((nestingLevel) => paragraph(`level ${nestingLevel}`, { bullet: { nestingLevel } }));
  expect(read(blocks)).toEqual([0, 1, 2].map((depth) => ({ kind: "bullet", text: `level ${depth}`, depth })));
});

const cell = (text: string, columnSpan = 1, rowSpan = 1) => ({
  content: text ? [paragraph(text)] : [paragraph([])],
  tableCellStyle: { columnSpan, rowSpan },
});
const GRID = [
  { kind: "cell", text: "Wide", row: 0, column: 0 },
  { kind: "cell", text: "High", row: 0, column: 2 },
  { kind: "cell", text: "a", row: 1, column: 0 },
  { kind: "cell", text: "", row: 1, column: 1 },
];

test.each([
  [
    "with",
    [
      [cell("Wide", 2), cell(""), cell("High", 1, 2)],
      [cell("a"), cell(""), cell("")],
    ],
  ],
  [
    "without",
    [
      [cell("Wide", 2), cell("High", 1, 2)],
      [cell("a"), cell("")],
    ],
  ],
])("merged cells keep their place in a table that comes %s the cells they cover", (_, rows) => {
  const tableRows = rows.map((tableCells) => ({ tableCells }));
  expect(read([{ table: { columns: 3, tableRows } }])).toEqual(GRID);
});

test("a row that is only suggested is not there", () => {
  const tableRows = [{ tableCells: [cell("a")] }, { tableCells: [cell("b")], suggestedInsertionIds: ["s.1"] }];
  expect(read([{ table: { columns: 1, tableRows } }]).map(({ text }) => text)).toEqual(["a"]);
});

test("each tab is notes of its own, child tabs after their parent, named and dated by its own name", () => {
  const document: DocsDocument = {
    title: "Grade 4 PLC, begun Sept 3 2025",
    tabs: [
      {
        ...tab([paragraph("Norms")], "t.0", "About us"),
        childTabs: [tab([paragraph("Sorted slips")], "t.c1", "PLC 10-8-25")],
      },
      tab([], "t.e", "Empty"),
      tab([heading("Oct 22, 2025", 1, "h.9"), paragraph("Lesson study")], "t.2", "Later"),
    ],
  };
  expect(notesOfDocument(document).map(({ tab: id, notes }) => [id, notes.title, notes.date])).toEqual([
    ["", "Grade 4 PLC, begun Sept 3 2025 – About us", undefined],
    ["t.c1", "Grade 4 PLC, begun Sept 3 2025 – PLC 10-8-25", "2025-10-08"],
    ["t.2", "Grade 4 PLC, begun Sept 3 2025 – Later", "2025-10-22"],
  ]);
});

test('the tab that Google made with the document is named "", wherever it stands by now, as in the page', () => {
  const newestFirst = { title: "PLC", tabs: [tab([paragraph("Lesson study")], "t.new"), tab([paragraph("Norms")])] };
  expect(notesOfDocument(newestFirst).map(({ tab: id, tabId }) => [id, tabId])).toEqual([
    ["t.new", "t.new"],
    ["", "t.0"],
  ]);
});

test("a document of one tab is called and dated by its own name", () => {
  const [only] = notesOfDocument({ title: "PLC 9-17-25", tabs: [tab([paragraph("Norms")])] });
  expect([only?.notes.title, only?.notes.date]).toEqual(["PLC 9-17-25", "2025-09-17"]);
});

test("every line knows the nearest heading that a link can lead to", () => {
  const blocks = [
    paragraph("Top"),
    heading("Data", 2, "h.1"),
    paragraph("Sorted"),
    heading("Norms", 2, "h.2"),
    paragraph("Read"),
  ];
  const [only] = notesOfDocument({ tabs: [tab(blocks)] });
  expect(only?.headingIds).toEqual([undefined, "h.1", "h.1", "h.2", "h.2"]);
  expect(only?.headingIds).toHaveLength(only?.notes.lines.length ?? 0);
});

test.each([
  ["t.0", "h.abc", "https://docs.google.com/document/d/1aB/edit?tab=t.0#heading=h.abc"],
  ["t.0", undefined, "https://docs.google.com/document/d/1aB/edit?tab=t.0"],
  ["", undefined, "https://docs.google.com/document/d/1aB/edit"],
  ["t.0", '"><script>', "https://docs.google.com/document/d/1aB/edit?tab=t.0#heading=%22%3E%3Cscript%3E"],
])("the link to a place in tab %s under heading %s", (tabId, headingId, link) => {
  expect(linkTo("1aB", tabId, headingId)).toBe(link);
});
