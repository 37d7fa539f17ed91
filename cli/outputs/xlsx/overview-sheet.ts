import type { Coverage } from "../../../core/coverage/coverage";
import { dimensionColors } from "../dimension-colors";
import type { EvidenceRow } from "../evidence";
import { type DimensionView, type ReportRubric, shows } from "../framework";
import { type Period, periods } from "../periods";
import { headline, readings, span, suggestionNote } from "../wording";
import { badge, bar, heads, ink, number, section, text, wrapped } from "./cells";
import { addLongestAgo, addNotYetSeen } from "./overview-lists";
import { addMap, FIRST_PERIOD, lastSeen } from "./overview-map";
import { SheetRows, type WorkbookSheet } from "./sheet";

const FIXED_WIDTHS = [7, 36, 8, 16, 10, 13, 15, 9];
const PERIOD_WIDTH = 8;
// With more columns than these the print is legible only on its side.
const MOST_COLUMNS_UPRIGHT = 8;

/** The first sheet: what shows, how often, when, and what has not been seen yet. */
export function overviewSheet(
  coverage: Coverage,
  rubric: ReportRubric,
  views: readonly DimensionView[],
  rows: readonly EvidenceRow[],
): WorkbookSheet {
  const sheet = new SheetRows();
  const columns = periods(coverage);
  const landscape = columns.periods.length > MOST_COLUMNS_UPRIGHT;
  const look = sheetLook(columns.periods);
  addTitle(sheet, coverage, rubric, look);
  addDimensions(sheet, views);
  if (coverage.meetings.length === 0) {
    sheet.add(section("Nothing to map yet"));
    sheet.add(text("Give Plumbline some meeting notes, and this sheet shows where each practice appears in them."));
  }
  const heat = coverage.meetings.length > 0 ? addMap(sheet, columns, views, rows, look) : undefined;
  const breakBefore = sheet.data.length;
  if (coverage.meetings.length > 0) {
    addNotYetSeen(sheet, views, look);
    addLongestAgo(sheet, coverage, views);
  }
  return {
    data: sheet.data,
    widths: look.widths,
    frozen: { rows: 1, columns: 2 },
    ...(heat ? { heat } : {}),
    extras: {
      name: "Overview",
      links: sheet.links,
      pagesWide: 1,
      landscape,
      ...(landscape && breakBefore < sheet.data.length ? { breakBefore } : {}),
      tabColor: dimensionColors[0].fill,
    },
  };
}

/** Widths of the columns, and how many of them a note may span. */
export interface SheetLook {
  readonly widths: readonly number[];
  readonly across: number;
  /** Width in characters of the columns from `column` to the last that a note may span. */
  widthFrom(column: number): number;
}

function sheetLook(columns: readonly Period[]): SheetLook {
  const widths = [...FIXED_WIDTHS, ...columns.map(() => PERIOD_WIDTH)];
  const across = FIRST_PERIOD + Math.min(columns.length, 12);
  const widthFrom = (column: number) => widths.slice(column, across).reduce((sum, width) => sum + width, 0);
  return { widths, across, widthFrom };
}

function addTitle(sheet: SheetRows, coverage: Coverage, rubric: ReportRubric, look: SheetLook): void {
  sheet.add(
    text(headline(coverage, rubric), { fontSize: 18, fontWeight: "bold", height: 30, alignVertical: "center" }),
  );
  const facts = [coverage.team, span(coverage), `${rubric.title}, version ${coverage.rubric.version}`].filter(Boolean);
  sheet.add(text(facts.join(" · "), { fontSize: 11 }));
  if (coverage.meetings.length === 0) return;
  sheet.add(text(readings(coverage), { fontSize: 11 }));
  sheet.wide(wrapped(suggestionNote, look.widthFrom(0), { textColor: ink.quiet }), look.across);
}

function addDimensions(sheet: SheetRows, views: readonly DimensionView[]): void {
  sheet.add(section("The dimensions"));
  sheet.add(...heads(["", "Dimension", "Lines", "", "Meetings", "Last seen", "Practices seen"], 16));
  const most = Math.max(1, ...views.map(({ totals }) => shows(totals)));
  for (const [position, { dimension, totals, indicators }] of views.entries()) {
    const seen = indicators.filter((view) => view.totals.state === "seen").length;
    sheet.add(
      text(dimension.key, badge(position)),
      text(dimension.title, { align: "left", indent: 1 }),
      number(shows(totals)),
      bar(shows(totals), most, position),
      number(totals.meetings),
      lastSeen(totals),
      text(`${seen} of ${indicators.length}`),
    );
  }
}
