import { plcRubric } from "../../core/rubric/rubric";
import says from "../sentences.json" with { type: "json" };
import { colorOf, DIMENSION_COLORS, HEAT_COLORS } from "./colors";
import { FIRST_DIMENSION, firstPractice } from "./overview-rows";
import type { SheetRequest } from "./sheets-service";
import type { SheetState, TableId } from "./table";
import { MONTHS } from "./tables";
import { COUNTED } from "./wording";

/** Charts, colour scales and views of a sheet that was just made. People may change or delete them; they do not come back. */
export function sheetExtras(table: TableId, sheets: ReadonlyMap<TableId, SheetState>): SheetRequest[] {
  const sheet = sheets.get(table);
  if (!sheet) return [];
  if (table === "overview") return [...heatScale(sheet), ...sectionLooks(sheet), dimensionChart(sheet)];
  if (table === "evidence") return evidenceViews(sheet);
  if (table === "coverage" || table === "meetings") return [newestFirst(sheet)];
  if (table === "agreement") return [leastAgreementFirst(sheet)];
  return [];
}

/** Ids of charts and views, apart for each sheet. */
const idIn = ({ sheetId }: SheetState, n: number): number => (sheetId % 100_000) * 1000 + n;

/** The view of Evidence that shows one practice. */
export const practiceViewId = (evidence: SheetState, code: string): number =>
  idIn(evidence, 100 + plcRubric.indicators.findIndex((indicator) => indicator.code === code));

function heatScale(sheet: SheetState): SheetRequest[] {
  const { sheetId, columns } = sheet;
  const range = {
    sheetId,
    startRowIndex: firstPractice(plcRubric),
    endRowIndex: firstPractice(plcRubric) + plcRubric.indicators.length,
    startColumnIndex: columns.get("m0") ?? 0,
    endColumnIndex: (columns.get("before") ?? 0) + 1,
  };
  const rule = (type: string, values: readonly number[], format: object): object => ({
    ranges: [range],
    booleanRule: { condition: { type, values: values.map((value) => ({ userEnteredValue: String(value) })) }, format },
  });
  const quiet = rule("NUMBER_EQ", [0], { textFormat: { foregroundColorStyle: { rgbColor: colorOf("#B8C0C8") } } });
  const steps = HEAT_COLORS.map(({ from, fill, text }, at) =>
    rule("NUMBER_BETWEEN", [from, (HEAT_COLORS[at + 1]?.from ?? 1_000_000) - 1], {
      backgroundColorStyle: { rgbColor: colorOf(fill) },
      textFormat: { foregroundColorStyle: { rgbColor: colorOf(text) } },
    }),
  );
  return [quiet, ...steps].map((made, index) => ({ addConditionalFormatRule: { rule: made, index } }) as SheetRequest);
}

function sectionLooks({ sheetId, columns }: SheetState): SheetRequest[] {
  const column = columns.get("label") ?? 0;
  const look = (row: number, fontSize: number, bold: boolean): SheetRequest => ({
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      cell: { userEnteredFormat: { textFormat: { fontSize, bold } } },
      fields: "userEnteredFormat.textFormat(fontSize,bold)",
    },
  });
  const lists = firstPractice(plcRubric) + plcRubric.indicators.length;
  return [
    look(1, 16, true),
    look(FIRST_DIMENSION - 1, 12, true),
    look(firstPractice(plcRubric) - 1, 12, true),
    look(lists, 12, true),
    look(lists + 7, 12, true),
    look(lists + 14, 12, true),
  ];
}

const LINES = ["SOLID", "MEDIUM_DASHED", "DOTTED", "LONG_DASHED", "LONG_DASHED_DOTTED"] as const;
const POINTS = ["CIRCLE", "SQUARE", "TRIANGLE", "DIAMOND", "STAR"] as const;

/** One line a dimension, told apart by dash and point as well as by colour. */
function dimensionChart(sheet: SheetState): SheetRequest {
  const { sheetId, columns, columnCount } = sheet;
  const label = columns.get("label") ?? 0;
  // The name of a series stands right before its numbers: the ranges of a chart must be whole.
  const source = (row: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: row,
          endRowIndex: row + 1,
          startColumnIndex: label,
          endColumnIndex: label + 1 + MONTHS,
        },
      ],
    },
  });
  return {
    addChart: {
      chart: {
        chartId: idIn(sheet, 1),
        spec: {
          title: says.chartTitle,
          altText: says.chartInWords,
          basicChart: {
            chartType: "LINE",
            legendPosition: "BOTTOM_LEGEND",
            headerCount: 1,
            domains: [{ domain: source(0) }],
            series: plcRubric.dimensions.map((_, at) => ({
              series: source(FIRST_DIMENSION + at),
              targetAxis: "LEFT_AXIS",
              colorStyle: { rgbColor: colorOf(DIMENSION_COLORS[at % DIMENSION_COLORS.length] ?? "#0072B2") },
              lineStyle: { type: LINES[at % LINES.length] ?? "SOLID", width: 2 },
              pointStyle: { shape: POINTS[at % POINTS.length] ?? "CIRCLE", size: 7 },
            })),
          },
        },
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: 1, columnIndex: Math.max(columnCount - 1, 0) },
            offsetXPixels: 130,
            widthPixels: 640,
            heightPixels: 360,
          },
        },
      },
    },
  } as SheetRequest;
}

function evidenceViews(sheet: SheetState): SheetRequest[] {
  const equals = (column: string, value: string) => [
    {
      columnIndex: sheet.columns.get(column) ?? 0,
      filterCriteria: { condition: { type: "TEXT_EQ", values: [{ userEnteredValue: value }] } },
    },
  ];
  return [
    newestFirst(sheet),
    view(sheet, 10, "Found only", { filterSpecs: equals("tier", COUNTED.found) }),
    view(sheet, 11, "Worth a look", { filterSpecs: equals("tier", COUNTED.suggested) }),
    view(sheet, 12, "Set by people", { filterSpecs: equals("by", "Person") }),
    ...plcRubric.indicators.map(({ code, title }, at) =>
      view(sheet, 100 + at, `${code} ${title}`, { filterSpecs: equals("code", code) }),
    ),
  ];
}

const newestFirst = (sheet: SheetState): SheetRequest =>
  view(sheet, 9, "Newest first", {
    sortSpecs: [{ dimensionIndex: sheet.columns.get("date") ?? 0, sortOrder: "DESCENDING" }],
  });

const leastAgreementFirst = (sheet: SheetState): SheetRequest =>
  view(sheet, 9, "Most to talk about first", {
    sortSpecs: [{ dimensionIndex: sheet.columns.get("agreement") ?? 0, sortOrder: "ASCENDING" }],
  });

function view(sheet: SheetState, n: number, title: string, what: object): SheetRequest {
  return {
    addFilterView: {
      filter: {
        filterViewId: idIn(sheet, n),
        title,
        range: { sheetId: sheet.sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: sheet.columnCount },
        ...what,
      },
    },
  } as SheetRequest;
}
