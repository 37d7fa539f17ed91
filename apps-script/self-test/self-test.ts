import { plcRubric } from "../../core/rubric/rubric";
import { readDocument } from "../reading/read-document";
import says from "../sentences.json" with { type: "json" };
import { textOf } from "../workbook/table";
import { openWorkbook, taggerFor } from "../worker/open-workbook";
import { enqueue } from "../worker/queue";
import { continueNow } from "../worker/run";
import type { Services } from "../worker/services";
import { SOURCE_STATES } from "../worker/sources";
import { chooseWorkbook, prepareWorkbook, workbookOf } from "../worker/team-workbook";

/** Makes a document with some notes in it, and gives its id. */
export type MakeDocument = (title: string, lines: readonly string[]) => string;

const NOTES = "Plumbline self-test: notes";
const LINES = [
  "Grade 4 PLC Oct 8 2025",
  "Sorted all 94 exit tickets into three piles and picked who gets pulled for reteach",
  "=SUM(1,2) is a text, and Thank you to Deepa for running this so calmly",
] as const;

interface Found {
  documentId: string;
  workbookId: string;
}

/** What is tried on Google, in order; each gives what was seen, or throws. */
const STEPS: readonly (readonly [
  what: string,
  run: (services: Services, make: MakeDocument, found: Found) => string,
])[] = [
  [
    "Make a document",
    (_, make, found) => {
      found.documentId = make(NOTES, LINES);
      return found.documentId;
    },
  ],
  [
    "Read it with its tabs, and tag it",
    (services, _, found) => {
      const read = services.documents.read(found.documentId);
      must(read.tabs?.length === 1, "The document came without tabs.");
      const { lines } = readDocument(read, found.documentId, taggerFor(plcRubric), []);
      must(lines.length >= 1, "No line was tagged.");
      return `${lines.length} lines with tags`;
    },
  ],
  [
    "Make a workbook with its sheets, chart and views",
    (services, _, found) => {
      found.workbookId = services.sheets.create("Plumbline self-test: workbook");
      chooseWorkbook(services.store, found.workbookId);
      prepareWorkbook(services, found.workbookId);
      const { making, workbook } = openWorkbook(services, found.workbookId, []);
      must(making.length === 0, says.testSheetsLost);
      return `${workbook.sheets.size} sheets`;
    },
  ],
  [
    "See the document in Drive",
    (services, _, found) => {
      const seen = services.drive.named([NOTES]).some(({ id }) => id === found.documentId);
      must(seen, says.testDriveSlow);
      return "listed";
    },
  ],
  [
    "Do a slice of work",
    (services, _, found) => {
      enqueue(services.store, [{ id: found.documentId, title: "" }]);
      const report = continueNow(services, found.workbookId);
      must(report.kind === "worked" && report.left === 0, `It came to ${JSON.stringify(report)}.`);
      return JSON.stringify(report);
    },
  ],
  [
    "Find it in the workbook, texts as texts",
    (services, _, found) => {
      const book = openWorkbook(services, found.workbookId, ["sources", "evidence"]);
      must(
        textOf(book.edits("sources").find(found.documentId) ?? NO_ROW, "state") === SOURCE_STATES.read,
        "It is not read.",
      );
      const quotes = book
        .edits("evidence")
        .keyed()
        .map((row) => textOf(row, "quote"));
      must(quotes.length > 0, "Evidence is empty.");
      must(
        quotes.every((quote) => (LINES as readonly string[]).includes(quote)),
        `A line changed on its way: ${quotes.join(" / ")}`,
      );
      return `${quotes.length} rows`;
    },
  ],
  [
    "Do it again without reading anything",
    (services, _, found) => {
      const report = continueNow(services, found.workbookId);
      must(report.kind === "worked" && report.read === 0, `It came to ${JSON.stringify(report)}.`);
      return "nothing to do";
    },
  ],
];

const NO_ROW = { at: 0, cells: {}, hasOwn: false };

/** Tries on Google what the add-on relies on, and reports step by step. The two files that it makes stay, to be looked at. */
export function runSelfTest(services: Services, make: MakeDocument): string {
  const before = workbookOf(services.store);
  const found: Found = { documentId: "", workbookId: "" };
  const report: string[] = [];
  try {
    for (const [what, run] of STEPS) {
      const from = services.now().getTime();
      try {
        const seen = run(services, make, found);
        report.push(`✓ ${what}: ${seen} (${services.now().getTime() - from} ms)`);
      } catch (error) {
        report.push(`✗ ${what}: ${error instanceof Error ? error.message : String(error)}`);
        report.push("The steps after it were left out.");
        break;
      }
    }
  } finally {
    chooseWorkbook(services.store, before);
  }
  if (found.workbookId)
    report.push(`Look at https://docs.google.com/spreadsheets/d/${found.workbookId}/edit, then delete both files.`);
  return report.join("\n");
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
