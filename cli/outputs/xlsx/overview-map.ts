import type { CellObject } from "write-excel-file/node";
import type { Totals } from "../../../core/coverage/coverage";
import type { EvidenceRow } from "../evidence";
import { type DimensionView, type IndicatorView, shows } from "../framework";
import { type Heat, type HeatCell, heat, type Level, largestCount, levels, showing } from "../heat";
import type { Period, PeriodUnit } from "../periods";
import { isDay, stances } from "../wording";
import { badge, bar, date, head, heads, ink, number, section, text, wrapped } from "./cells";
import { evidencePlace } from "./evidence-sheet";
import type { SheetLook } from "./overview-sheet";
import type { SheetRows, WorkbookSheet } from "./sheet";

/** Column of the first period, from 0. */
export const FIRST_PERIOD = 8;

function note(scale: readonly Level[]): string {
  const steps = scale.map(({ label }) => label).join(", ");
  return [
    `Numbers count the lines that show or plan the practice; darker means more (${steps}).`,
    `${stances.planned.mark} planned only   ${stances.contrary.mark} found missing only   ? only lines worth a look.`,
    "Click a practice or a number for its lines.",
  ].join(" ");
}

/** Adds the map of indicators by periods and tells where its numbers stand, so that they can be coloured. */
export function addMap(
  sheet: SheetRows,
  columns: { readonly unit: PeriodUnit; readonly periods: readonly Period[] },
  views: readonly DimensionView[],
  rows: readonly EvidenceRow[],
  look: SheetLook,
): NonNullable<WorkbookSheet["heat"]> {
  const all = views.flatMap(({ indicators }) => indicators);
  const codes = all.map(({ indicator }) => indicator.code);
  const cells = heat(rows, columns.periods);
  const scale = levels(largestCount(cells, codes, columns.periods.length));
  sheet.add(section(`Where each practice shows, by ${columns.unit}`));
  sheet.wide(wrapped(note(scale), look.widthFrom(0), { textColor: ink.quiet }), look.across);
  sheet.add(
    ...heads(["Code", "Practice", "Lines", "", "Meetings", "Last seen", "So far", "Worth a look"], 30),
    ...columns.periods.map(({ label }) => ({ ...head("", { align: "center" }), value: label.join("\n") })),
  );
  const first = sheet.data.length;
  const most = Math.max(1, ...all.map(({ totals }) => shows(totals)));
  const places = placesByCode(rows);
  for (const [position, { indicators }] of views.entries()) {
    for (const [index, view] of indicators.entries()) {
      const style = { position, rule: index === 0 ? topRule : {}, most };
      addIndicator(
        sheet,
        view,
        places.get(view.indicator.code),
        style,
        (period) => cells(view.indicator.code, period),
        columns.periods.length,
      );
    }
  }
  return {
    scale,
    rows: [first, sheet.data.length - 1],
    columns: [FIRST_PERIOD, FIRST_PERIOD + columns.periods.length - 1],
  };
}

const topRule = { topBorderStyle: "thin", topBorderColor: ink.quiet } as const;

interface RowStyle {
  readonly position: number;
  readonly rule: Partial<CellObject>;
  readonly most: number;
}

function addIndicator(
  sheet: SheetRows,
  { indicator, totals }: IndicatorView,
  place: string | undefined,
  { position, rule, most }: RowStyle,
  cellAt: (period: number) => ReturnType<Heat>,
  periods: number,
): void {
  const cells = Array.from({ length: periods }, (_, period) => cellAt(period));
  const tip = `Lines for ${indicator.code}`;
  const row = sheet.add(
    text(indicator.code, { ...badge(position), ...rule }),
    text(indicator.title, { align: "left", indent: 1, ...(place ? { textColor: ink.link } : {}), ...rule }),
    number(shows(totals), rule),
    { ...bar(shows(totals), most, position), ...rule },
    number(totals.meetings, rule),
    { ...lastSeen(totals), ...rule },
    text(totals.state, { textColor: totals.state === "seen" ? ink.text : ink.quiet, ...rule }),
    number(totals.suggested, { textColor: ink.quiet, ...rule }),
    ...cells.map((cell) => ({ ...mapCell(cell), ...rule })),
  );
  sheet.link(row, 1, place, tip);
  for (const [period, cell] of cells.entries()) {
    sheet.link(row, FIRST_PERIOD + period, cell && evidencePlace(cell.from, cell.to), tip);
  }
}

function mapCell(cell: HeatCell | undefined): CellObject {
  const style = { align: "center", leftBorderStyle: "hair", leftBorderColor: ink.line } as const;
  if (!cell) return number(0, style);
  if (showing(cell) > 0)
    return number(showing(cell), { ...style, ...(cell.evidenced === 0 ? { format: '"○ "0' } : {}) });
  return text(cell.contrary > 0 ? stances.contrary.mark : "?", { ...style, textColor: ink.quiet });
}

/** When a practice was last seen, as a date cell. */
export function lastSeen({ lastSeen: last }: Totals): CellObject {
  return isDay(last) ? date(last) : text("");
}

function placesByCode(rows: readonly EvidenceRow[]): ReadonlyMap<string, string> {
  const ends = new Map<string, [number, number]>();
  for (const [index, { indicator }] of rows.entries()) {
    ends.set(indicator.code, [ends.get(indicator.code)?.[0] ?? index, index]);
  }
  return new Map([...ends].map(([code, [from, to]]) => [code, evidencePlace(from, to)]));
}
