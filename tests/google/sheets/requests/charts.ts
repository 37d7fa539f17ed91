import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { applyMask, parseMask } from "../../api/field-mask";
import { boxOf } from "../a1";
import type { Book, Sheet } from "../book";
import { sheetOf } from "../grid-range";
import { checkSources } from "./chart-sources";
import { type Handlers, required, type Work } from "./request";
import { addSheetTo } from "./sheets";

type Chart = sheets_v4.Schema$EmbeddedChart;

const KINDS = [
  "basicChart",
  "pieChart",
  "bubbleChart",
  "candlestickChart",
  "orgChart",
  "histogramChart",
  "waterfallChart",
  "treemapChart",
  "scorecardChart",
] as const;

function checkSpec(book: Book, spec: sheets_v4.Schema$ChartSpec | undefined): void {
  const kinds = KINDS.filter((kind) => required(spec, "chart.spec")[kind] != null);
  if (kinds.length !== 1) throw invalid("The chart spec must have exactly one kind of chart.");
  const basic = spec?.basicChart;
  if (basic) {
    required(basic.chartType, "chart.spec.basicChart.chartType");
    if ((basic.domains?.length ?? 0) > 1) throw invalid("Only a single domain is supported.");
    if (!basic.series?.length) throw invalid("A basic chart must have at least one series.");
  }
  checkSources(book, spec);
}

function find(book: Book, id: number | null | undefined): { sheet: Sheet; chart: Chart } {
  for (const sheet of book.sheets) {
    const chart = sheet.charts.find(({ chartId }) => chartId === id);
    if (chart) return { sheet, chart };
  }
  throw invalid(`No embedded object with id: ${id}`);
}

function placed(work: Work, position: sheets_v4.Schema$EmbeddedObjectPosition | undefined) {
  const given = position ?? {};
  if (given.newSheet === true) {
    const sheet = addSheetTo(work, {});
    sheet.properties = { ...sheet.properties, sheetType: "OBJECT" };
    return { sheet, position: { sheetId: sheet.sheetId } };
  }
  if (given.sheetId != null)
    throw invalid("position.sheetId cannot be set on a new chart: use newSheet or overlayPosition.");
  const overlay = given.overlayPosition ?? { anchorCell: { sheetId: work.book.sheets[0]?.sheetId ?? 0 } };
  const anchor = overlay.anchorCell ?? {};
  const sheet = sheetOf(work.book, anchor.sheetId);
  boxOf({ sheet, startRow: anchor.rowIndex ?? 0, startColumn: anchor.columnIndex ?? 0, isCell: false });
  const size = { widthPixels: 600, heightPixels: 371 };
  return {
    sheet,
    position: { overlayPosition: { ...size, ...overlay, anchorCell: { ...anchor, sheetId: sheet.sheetId } } },
  };
}

export const chartHandlers: Handlers = {
  addChart(work, request) {
    const given = required(request.chart, "chart");
    checkSpec(work.book, given.spec);
    const { sheet, position } = placed(work, given.position);
    const chart = { ...given, chartId: given.chartId ?? work.newId(), position };
    if (work.book.sheets.some(({ charts }) => charts.some(({ chartId }) => chartId === chart.chartId))) {
      throw invalid(`An embedded object with id ${chart.chartId} already exists.`);
    }
    sheet.charts = [...sheet.charts, chart];
    return { addChart: { chart } };
  },

  updateChartSpec({ book }, { chartId, spec }) {
    const { sheet, chart } = find(book, chartId);
    checkSpec(book, spec);
    sheet.charts = sheet.charts.map((one) => (one === chart ? { ...one, spec: required(spec, "spec") } : one));
    return undefined;
  },

  updateEmbeddedObjectPosition(work, request) {
    const { sheet, chart } = find(work.book, request.objectId);
    const given = required(request.newPosition, "newPosition");
    const overlay = given.overlayPosition;
    if (overlay && !request.fields) {
      throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
    }
    const merged = overlay
      ? { overlayPosition: applyMask(parseMask(request.fields ?? "*"), chart.position?.overlayPosition ?? {}, overlay) }
      : given;
    const next = placed(work, merged);
    sheet.charts = sheet.charts.filter((one) => one !== chart);
    next.sheet.charts = [...next.sheet.charts, { ...chart, position: next.position }];
    return { updateEmbeddedObjectPosition: { position: next.position } };
  },

  deleteEmbeddedObject({ book }, { objectId }) {
    const { sheet, chart } = find(book, objectId);
    sheet.charts = sheet.charts.filter((one) => one !== chart);
    return undefined;
  },
};
