import type { CellObject } from "write-excel-file/node";
import { getCellAddress } from "write-excel-file/utility";
import type { Coverage } from "../../../core/coverage/coverage";
import { dimensionColors } from "../dimension-colors";
import type { EvidenceRow } from "../evidence";
import type { DimensionView } from "../framework";
import { type Heat, type HeatCell, heat } from "../heat";
import { day, stances } from "../wording";
import { badge, head, ink, number, text, wrapped } from "./cells";
import { evidencePlace } from "./evidence-sheet";
import { SheetRows, type WorkbookSheet } from "./sheet";

const HEADER_ROW = 1;
const FIRST_MEETING = 4;
// Excel's limit of 16,384 columns.
const MOST_MEETINGS = 16_384 - FIRST_MEETING;

/** Place of a meeting's column, for links to it. */
export function coveragePlace(meetingIndex: number): string {
  return `Coverage!${getCellAddress(HEADER_ROW, FIRST_MEETING + Math.min(meetingIndex, MOST_MEETINGS - 1))}`;
}

/** The sheet of indicators by meetings, with a mark for each stance. */
export function coverageSheet(
  coverage: Coverage,
  views: readonly DimensionView[],
  rows: readonly EvidenceRow[],
): WorkbookSheet {
  const sheet = new SheetRows();
  const meetings = coverage.meetings.slice(0, MOST_MEETINGS);
  const widths = [7, 38, 20, 10, ...meetings.map(() => 5)];
  const across = FIRST_MEETING + Math.min(meetings.length, 20);
  const legendWidth = widths.slice(0, across).reduce((sum, width) => sum + width, 0);
  sheet.wide(wrapped(legend(), legendWidth, { textColor: ink.quiet }), across);
  sheet.add(
    ...["Code", "Practice", "Dimension", "Meetings"].map((title) => head(title, { alignVertical: "bottom" })),
    ...meetings.map(({ date, title }) => meetingHead(`${day(date)}  ${title}`)),
  );
  for (const index of meetings.keys()) {
    sheet.link(HEADER_ROW, FIRST_MEETING + index, `Meetings!A${index + 2}`, "See this meeting");
  }
  const cells = heat(
    rows,
    meetings.map((_, index) => ({ label: ["", ""], name: "", meetings: [index] })),
  );
  for (const [position, view] of views.entries()) addDimension(sheet, view, position, meetings.length, cells);
  const lastRow = Math.max(sheet.data.length - 1, HEADER_ROW + 1);
  return {
    data: sheet.data,
    widths,
    frozen: { rows: HEADER_ROW + 1, columns: 2 },
    extras: {
      name: "Coverage",
      links: sheet.links,
      filter: `A2:${getCellAddress(lastRow, FIRST_MEETING - 1 + meetings.length)}`,
      repeat: ["$A:$B", "$1:$2"],
      pagesWide: Math.max(1, Math.ceil(meetings.length / 40)),
      pagesTall: meetings.length > 40 ? 1 : 0,
      landscape: meetings.length > 12,
      tabColor: dimensionColors[1].fill,
    },
  };
}

function addDimension(sheet: SheetRows, view: DimensionView, position: number, meetings: number, cells: Heat): void {
  for (const [index, { indicator, totals }] of view.indicators.entries()) {
    const rule = index === 0 ? ({ topBorderStyle: "thin", topBorderColor: ink.quiet } as const) : {};
    const row = sheet.add(
      text(indicator.code, { ...badge(position), ...rule }),
      text(indicator.title, { align: "left", indent: 1, ...rule }),
      text(view.dimension.short, { textColor: ink.quiet, ...rule }),
      number(totals.meetings, rule),
      ...Array.from({ length: meetings }, (_, meeting) => ({ ...markCell(cells(indicator.code, meeting)), ...rule })),
    );
    for (let meeting = 0; meeting < meetings; meeting += 1) {
      const cell = cells(indicator.code, meeting);
      if (cell)
        sheet.link(row, FIRST_MEETING + meeting, evidencePlace(cell.from, cell.to), `Lines for ${indicator.code}`);
    }
  }
}

function markCell(cell: HeatCell | undefined): CellObject {
  const marks = cell ? stanceMarks(cell) : "";
  const fill = cell?.evidenced ? { backgroundColor: ink.levels[1] } : {};
  const faint = marks === "?" ? { textColor: ink.quiet } : {};
  return text(marks, { align: "center", leftBorderStyle: "hair", leftBorderColor: ink.line, ...fill, ...faint });
}

/** The marks of all stances found; "?" where lines are only worth a look. */
export function stanceMarks(cell: HeatCell): string {
  const found = (["evidenced", "planned", "contrary"] as const).filter((stance) => cell[stance] > 0);
  return found.length > 0 ? found.map((stance) => stances[stance].mark).join("") : "?";
}

function legend(): string {
  const marks = Object.values(stances).map(({ mark, name, meaning }) => `${mark} ${name}: ${meaning}`);
  return [...marks, "? Only lines worth a look", "empty: not yet seen. Click a mark for its lines."].join("   ");
}

function meetingHead(title: string): CellObject {
  const shortened = title.length > 34 ? `${title.slice(0, 33)}…` : title;
  return head(shortened, {
    textRotation: 90,
    height: 170,
    wrap: false,
    align: "center",
  });
}
