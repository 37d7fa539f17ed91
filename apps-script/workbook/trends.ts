import { plcRubric } from "../../core/rubric/rubric";
import { columnName, quotedTitle } from "./a1";
import { TREND_KEY } from "./meeting-rows";
import type { Figures } from "./overview-figures";
import { monthHeads } from "./overview-rows";
import type { SheetEdits } from "./sheet-edits";
import { practiceViewId } from "./sheet-extras";
import type { SheetState, TableId } from "./table";
import { MONTHS } from "./tables";

/** What leads from figures to lines, small charts in cells, and the names of the months above their columns. */
export function linksAndTrends({ edits }: { edits(table: TableId): SheetEdits }, figures: Figures): void {
  const overview = edits("overview");
  const evidence = edits("evidence").sheet;
  const coverage = edits("coverage");
  const heads = { at: overview.sheet.headAt, cells: {}, hasOwn: false };
  monthHeads(figures).forEach((name, at) => {
    overview.text(heads, `m${at}`, name);
  });
  const trend = coverage.find(TREND_KEY);
  for (const [kind, codes] of [
    ["dimension", plcRubric.dimensions.map(({ key }) => key)],
    ["practice", plcRubric.indicators.map(({ code }) => code)],
  ] as const) {
    for (const code of codes) {
      const row = overview.find(`${kind}:${code}`);
      const range = row && monthRange(overview.sheet, row.at);
      if (!row || !range) continue;
      overview.formula(row, "trend", `=SPARKLINE(${range})`);
      if (kind === "dimension") continue;
      overview.link(row, "code", `#gid=${evidence.sheetId}&fvid=${practiceViewId(evidence, code)}`);
      if (trend) coverage.formula(trend, code, `=SPARKLINE(${quotedTitle(overview.sheet.title)}!${range})`);
    }
  }
}

/** The cells of a row's months; `undefined` where people took the columns apart. */
function monthRange({ columns }: SheetState, row: number): string | undefined {
  const [first, last] = [columns.get("m0"), columns.get(`m${MONTHS - 1}`)];
  if (first === undefined || last === undefined || last - first < MONTHS - 1) return undefined;
  return `${columnName(first)}${row + 1}:${columnName(last)}${row + 1}`;
}
