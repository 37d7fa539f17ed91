import { getCellAddress } from "write-excel-file/utility";
import { dimensionColors } from "../dimension-colors";
import { type EvidenceRow, evidenceWords } from "../evidence";
import { isDay, stances, tiers } from "../wording";
import { date, heads, ink, text, wrapped } from "./cells";
import { SheetRows, type WorkbookSheet } from "./sheet";

// Excel's limit of 1,048,576 rows, less the header and a last row that says what was left out.
const MOST_ROWS = 1_048_574;

const columns = [
  { title: "Code", width: 7 },
  { title: "Practice", width: 22 },
  { title: "Date", width: 12 },
  { title: "Meeting", width: 22 },
  { title: "What the notes say", width: 54 },
  { title: "Words that show it", width: 24 },
  { title: "Stance", width: 15 },
  { title: "Tier", width: 12 },
  { title: "Confidence", width: 11 },
  { title: "Why", width: 36 },
  { title: "Under the headings", width: 28 },
  { title: "Document", width: 30 },
  { title: "Line", width: 7 },
  { title: "Dimension", width: 34 },
  { title: "Read by", width: 9 },
] as const;

// Columns to the right of "Why" are for filtering on screen; without them the print is large enough to read.
const PRINTED_COLUMNS = 10;

/** Range of the sheet that holds the evidence rows `from` to `to`, counted from 0 as `evidenceRows` gives them. */
export function evidencePlace(from: number, to: number): string {
  const last = Math.min(to, MOST_ROWS - 1) + 1;
  return `Evidence!${getCellAddress(Math.min(from + 1, last), 0)}:${getCellAddress(last, columns.length - 1)}`;
}

/** The sheet with one row per tag, ready to filter. */
export function evidenceSheet(rows: readonly EvidenceRow[]): WorkbookSheet {
  const sheet = new SheetRows();
  sheet.add(
    ...heads(
      columns.map(({ title }) => title),
      16,
    ),
  );
  for (const row of rows.slice(0, MOST_ROWS)) sheet.add(...cells(row).map((cell) => ({ ...cell, ...bottomRule })));
  if (rows.length === 0) sheet.add(text("No lines yet."));
  if (rows.length > MOST_ROWS) sheet.add(text(`${rows.length - MOST_ROWS} more lines are in the CSV and JSON files.`));
  const last = getCellAddress(Math.max(1, Math.min(rows.length, MOST_ROWS)), columns.length - 1);
  return {
    data: sheet.data,
    widths: columns.map(({ width }) => width),
    frozen: { rows: 1, columns: 2 },
    extras: {
      name: "Evidence",
      links: [],
      filter: `A1:${last}`,
      repeat: ["$1:$1"],
      printArea: `A1:${getCellAddress(sheet.data.length - 1, PRINTED_COLUMNS - 1)}`,
      pagesWide: 1,
      landscape: true,
      tabColor: dimensionColors[2].fill,
    },
  };
}

const bottomRule = { bottomBorderStyle: "hair", bottomBorderColor: ink.line } as const;

function cells({ dimension, indicator, meeting, tag }: EvidenceRow) {
  const { mark, name } = stances[tag.stance];
  const middle = { align: "center", alignVertical: "top" } as const;
  return [
    text(indicator.code, { fontWeight: "bold" }),
    wrapped(indicator.title, 20),
    isDay(meeting.date) ? date(meeting.date) : text(meeting.date ?? "no date"),
    wrapped(meeting.title, 20),
    wrapped(tag.text, 52),
    wrapped(evidenceWords(tag).join(" … "), 22),
    text(`${mark} ${name}`),
    text(tiers[tag.tier]),
    { value: tag.confidence, type: Number, format: "0%", ...middle },
    wrapped(tag.why, 34),
    wrapped(tag.headings.join(" › "), 26),
    wrapped(meeting.source, 28),
    { value: tag.line + 1, type: Number, ...middle },
    text(dimension.title),
    text(tag.reader),
  ];
}
