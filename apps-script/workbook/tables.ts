import { DECISION_COLUMNS, VERDICTS } from "../../core/decisions/decision";
import type { Rubric } from "../../core/rubric/rubric";
import { EMPHASES } from "../../core/rubric/schema";
import { STANCES } from "../../core/tagger/tag";
import type { Column, Table, TableId } from "./table";

/** The stages of a level of effectiveness. People enter it; nothing computes it. */
export const STAGES = ["Not started yet", "Starting", "Developing", "Sustaining"] as const;

/** Months that the Overview shows; older ones are summed up before them. */
export const MONTHS = 12;

/** The sheets of the workbook, in their order. What depends on the rubric is made from it; its codes never change. */
export function tablesOf(rubric: Rubric): readonly Table[] {
  const codes = rubric.indicators.map(({ code }) => code);
  const table = (id: TableId, title: string, color: string, columns: readonly Column[], frozenColumns = 0): Table => ({
    id,
    title,
    color,
    key: id === "decisions" ? "id" : "key",
    columns,
    frozenColumns,
  });
  return [
    table("overview", "Overview", "#0072B2", overviewColumns, 3),
    table("coverage", "Coverage", "#0072B2", coverageColumns(rubric), 3),
    table("evidence", "Evidence", "#009E73", evidenceColumns),
    table("meetings", "Meetings", "#009E73", meetingColumns),
    table("decisions", "Decisions", "#E69F00", decisionColumns(codes)),
    table("agreement", "Agreement", "#E69F00", agreementColumns, 1),
    table("reflection", "Reflection", "#CC79A7", reflectionColumns(codes)),
    table("rubric", "Rubric", "#CC79A7", rubricColumns, 1),
    table("sources", "Sources", "#B8C0C8", sourceColumns),
    table("log", "Log", "#B8C0C8", logColumns),
  ];
}

const key: Column = { id: "key", title: "Key", width: 100, hidden: true };

const overviewColumns: readonly Column[] = [
  key,
  { id: "code", title: "", width: 60 },
  { id: "label", title: "", width: 300 },
  ...Array.from({ length: MONTHS }, (_, at): Column => ({ id: `m${at}`, title: "", width: 54, format: "center" })),
  { id: "before", title: "Earlier", width: 62, format: "center" },
  { id: "total", title: "Lines", width: 56, format: "center" },
  { id: "last", title: "Last seen", width: 90 },
  { id: "state", title: "So far", width: 110 },
  { id: "trend", title: "Trend", width: 110 },
];

const coverageColumns = (rubric: Rubric): readonly Column[] => [
  key,
  { id: "date", title: "Date", width: 90 },
  { id: "meeting", title: "Meeting", width: 260 },
  ...rubric.indicators.map(
    ({ code, title }): Column => ({ id: code, title: code, width: 48, note: title, format: "center" }),
  ),
];

const evidenceColumns: readonly Column[] = [
  { id: "key", title: "Row", width: 110, note: "Name this row in Reflection or in Decisions." },
  { id: "date", title: "Date", width: 90 },
  { id: "code", title: "Code", width: 56 },
  { id: "practice", title: "Practice", width: 200 },
  { id: "quote", title: "Line", width: 420, format: "wrap" },
  { id: "stance", title: "Stance", width: 100 },
  { id: "tier", title: "Counted", width: 100, note: "Only lines marked Found are counted." },
  {
    id: "confidence",
    title: "How sure",
    width: 76,
    format: "percent",
    note: "How often people would agree with a pick like it.",
  },
  { id: "by", title: "By", width: 90 },
  { id: "decision", title: "The team says", width: 150 },
  { id: "heading", title: "Under", width: 160 },
  { id: "document", title: "Document", width: 220 },
  { id: "link", title: "Link", width: 160 },
  { id: "why", title: "Why", width: 300, format: "wrap" },
  { id: "state", title: "Remark", width: 220 },
  { id: "source", title: "Document id", width: 100, hidden: true },
  { id: "facts", title: "Facts", width: 80, hidden: true },
  { id: "rubric", title: "Rubric", width: 80, hidden: true },
];

const meetingColumns: readonly Column[] = [
  key,
  { id: "date", title: "Date", width: 90 },
  { id: "title", title: "Meeting", width: 300 },
  { id: "type", title: "Kind", width: 80 },
  { id: "lines", title: "Lines read", width: 80 },
  { id: "found", title: "Found", width: 70 },
  { id: "suggested", title: "Worth a look", width: 90 },
  { id: "practices", title: "Practices", width: 80 },
  { id: "link", title: "Link", width: 160 },
  { id: "state", title: "Remark", width: 260 },
  { id: "source", title: "Document id", width: 100, hidden: true },
  { id: "tab", title: "Tab id", width: 80, hidden: true },
  { id: "repeats", title: "Fingerprints", width: 80, hidden: true },
];

const decisionNotes: Readonly<Record<string, string>> = {
  id: "Leave empty: it is filled in.",
  at: "Leave empty: it is filled in.",
  document: "Or leave empty and name a row of Evidence in the column for it.",
  verdict: "accept, reject, add, restance (another stance) or withdraw.",
};

const decisionColumns = (codes: readonly string[]): readonly Column[] => [
  ...DECISION_COLUMNS.map((id): Column => {
    const choices = id === "verdict" ? VERDICTS : id === "stance" ? STANCES : id === "indicator" ? codes : undefined;
    const note = decisionNotes[id];
    const width = id === "quote" ? 320 : id === "note" ? 200 : 100;
    return { id, title: id, width, edited: true, ...(choices ? { choices } : {}), ...(note ? { note } : {}) };
  }),
  {
    id: "row",
    title: "Evidence row",
    width: 120,
    edited: true,
    note: "By hand: the row of Evidence that you decide on.",
  },
  { id: "outcome", title: "What came of it", width: 260 },
];

const agreementColumns: readonly Column[] = [
  key,
  { id: "between", title: "Between", width: 160 },
  { id: "code", title: "Code", width: 60 },
  { id: "practice", title: "Practice", width: 240 },
  {
    id: "both",
    title: "Both see it",
    width: 80,
    format: "center",
    note: "Lines. The program sees what it marks Found.",
  },
  {
    id: "first",
    title: "Only the first",
    width: 80,
    format: "center",
    note: "The first of the two under Between. For the program: lines that people turned down.",
  },
  {
    id: "second",
    title: "Only the second",
    width: 80,
    format: "center",
    note: "The second of the two under Between. For people beside the program: lines that they added.",
  },
  {
    id: "agreement",
    title: "Agreement",
    width: 100,
    format: "percent",
    note: "100 %: both see it in the same lines. 0 %: in no line in common. (F1: twice the lines that both see, by all that each sees.)",
  },
  { id: "words", title: "In words", width: 560, format: "wrap" },
  {
    id: "kappa",
    title: "Kappa",
    width: 80,
    hidden: true,
    note: "For those who ask: it says little where a practice is rare.",
  },
];

const reflectionColumns = (codes: readonly string[]): readonly Column[] => [
  key,
  { id: "code", title: "Code", width: 60, edited: true, choices: codes },
  { id: "practice", title: "Practice", width: 260 },
  { id: "level", title: "Level", width: 130, edited: true, choices: STAGES, note: "Set by the team; never computed." },
  { id: "date", title: "Date", width: 90, edited: true },
  { id: "who", title: "Who", width: 140, edited: true },
  {
    id: "cited",
    title: "Evidence rows",
    width: 200,
    edited: true,
    note: "Rows of the sheet Evidence, with commas between them.",
  },
  { id: "next", title: "Next step", width: 300, edited: true, format: "wrap" },
  { id: "mark", title: "Remark", width: 260 },
  { id: "kept", title: "Kept", width: 80, hidden: true },
];

const rubricColumns: readonly Column[] = [
  key,
  { id: "code", title: "Code", width: 60 },
  { id: "title", title: "Short name", width: 220, edited: true },
  { id: "text", title: "Wording", width: 420, edited: true, format: "wrap" },
  {
    id: "phrases",
    title: "Phrases of your own",
    width: 300,
    edited: true,
    format: "wrap",
    note: "One a line. A star ends a word: reteach*",
  },
  { id: "emphasis", title: "Emphasis", width: 110, edited: true, choices: EMPHASES },
  { id: "state", title: "Remark", width: 260 },
  { id: "good", title: "In force", width: 80, hidden: true },
];

const sourceColumns: readonly Column[] = [
  { id: "title", title: "Document", width: 300 },
  { id: "state", title: "State", width: 220 },
  { id: "meetings", title: "Meetings", width: 80 },
  { id: "read", title: "Last read", width: 150 },
  { id: "link", title: "Link", width: 200 },
  { id: "message", title: "Remark", width: 360, format: "wrap" },
  { id: "key", title: "Document id", width: 100, hidden: true },
  { id: "from", title: "From", width: 80, hidden: true },
  { id: "changed", title: "Changed", width: 80, hidden: true },
  { id: "stamp", title: "Read stamp", width: 80, hidden: true },
];

const logColumns: readonly Column[] = [
  { id: "at", title: "When", width: 160 },
  { id: "what", title: "What happened", width: 600, format: "wrap" },
  key,
];
