import writeExcelFile from "write-excel-file/node";
import type { Coverage } from "../../core/coverage/coverage";
import { evidenceRows } from "./evidence";
import { framework, type ReportRubric } from "./framework";
import { ink } from "./xlsx/cells";
import { coverageSheet } from "./xlsx/coverage-sheet";
import { evidenceSheet } from "./xlsx/evidence-sheet";
import { meetingsSheet } from "./xlsx/meetings-sheet";
import { overviewSheet } from "./xlsx/overview-sheet";
import type { WorkbookSheet } from "./xlsx/sheet";
import { sheetFeatures } from "./xlsx/sheet-features";

/** Writes the coverage as an Excel workbook with the sheets Overview, Coverage, Evidence and Meetings. */
export async function coverageWorkbook(coverage: Coverage, rubric: ReportRubric): Promise<Uint8Array> {
  const views = framework(coverage, rubric);
  const rows = evidenceRows(coverage, rubric);
  const sheets = [
    overviewSheet(coverage, rubric, views, rows),
    coverageSheet(coverage, views, rows),
    evidenceSheet(rows),
    meetingsSheet(coverage),
  ];
  const features = [sheetFeatures(sheets.map(({ extras }) => extras))];
  const file = writeExcelFile(sheets.map(asWritten), { fontFamily: "Arial", fontSize: 10, features });
  return new Uint8Array(await file.toBuffer());
}

function asWritten({ extras, data, widths, frozen, heat }: WorkbookSheet) {
  return {
    sheet: extras.name,
    data,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozen.rows,
    stickyColumnsCount: frozen.columns,
    showGridLines: false,
    ...(heat ? { conditionalFormatting: colorScale(heat) } : {}),
  };
}

function colorScale({ scale, rows, columns }: NonNullable<WorkbookSheet["heat"]>) {
  const cellRange = {
    from: { row: rows[0] + 1, column: columns[0] + 1 },
    to: { row: rows[1] + 1, column: columns[1] + 1 },
  };
  // "Between" keeps marks out: Excel holds every text to be larger than any number.
  return scale.map(({ from, to }, level) => ({
    cellRange,
    condition: { operator: "..." as const, value: from, value2: to },
    style: { backgroundColor: ink.levels[level] ?? "" },
  }));
}
