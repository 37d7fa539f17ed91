import type { Book, Sheet } from "../../google/sheets/book";
import type { Cell } from "../../google/sheets/cell";

/** Text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

type Color = { red?: number | null; green?: number | null; blue?: number | null } | null | undefined;
const rgb = (color: Color): string =>
  `rgb(${[color?.red, color?.green, color?.blue].map((part) => Math.round((part ?? 0) * 255)).join()})`;

/** A sheet drawn roughly as Google Sheets draws it: widths, looks, colour rules, small charts, charts. */
export function sheetHtml(sheet: Sheet, book: Book): string {
  const shown = Array.from({ length: sheet.columnCount }, (_, at) => at).filter(
    (at) => !sheet.columnProperties.get(at)?.hiddenByUser,
  );
  const width = (at: number) => sheet.columnProperties.get(at)?.pixelSize ?? 100;
  const rows = sheet.rows.map((row = [], at) => {
    const cells = shown.map((column, n) => {
      const cell = row[column];
      const next = row[shown[n + 1] ?? -1];
      return `<td style="${styleOf(sheet, at, column, cell, next)}" title="${escaped(cell?.note ?? "")}">${contentOf(cell, book, sheet)}</td>`;
    });
    return `<tr><th>${at + 1}</th>${cells.join("")}</tr>`;
  });
  const columns = shown.map((at) => `<col style="width:${width(at)}px">`).join("");
  const total = shown.reduce((sum, at) => sum + width(at), 40);
  return `<h2 style="border-bottom:4px solid ${rgb(sheet.properties.tabColorStyle?.rgbColor)}">${escaped(sheet.properties.title ?? "")}</h2>
    <div style="position:relative;width:${total + 800}px"><table style="width:${total}px"><col style="width:40px">${columns}${rows.join("\n")}</table>
    ${sheet.charts.map((chart) => chartHtml(chart, sheet, total)).join("")}</div>`;
}

function styleOf(sheet: Sheet, row: number, column: number, cell: Cell | undefined, next: Cell | undefined): string {
  const look = cell?.userEnteredFormat ?? {};
  const style: string[] = [];
  if (look.backgroundColorStyle?.rgbColor) style.push(`background:${rgb(look.backgroundColorStyle.rgbColor)}`);
  if (look.textFormat?.bold) style.push("font-weight:bold");
  if (look.textFormat?.fontSize) style.push(`font-size:${look.textFormat.fontSize}pt`);
  if (look.textFormat?.link?.uri) style.push("color:#1155cc;text-decoration:underline");
  if (look.horizontalAlignment) style.push(`text-align:${look.horizontalAlignment.toLowerCase()}`);
  else if (cell?.userEnteredValue?.numberValue != null) style.push("text-align:right");
  if (look.verticalAlignment === "TOP") style.push("vertical-align:top");
  if (look.wrapStrategy === "WRAP") style.push("white-space:pre-wrap;overflow-wrap:anywhere");
  else if (!next?.userEnteredValue) style.push("overflow:visible");
  for (const { ranges, booleanRule } of [...sheet.conditionalFormats].reverse()) {
    const number = cell?.userEnteredValue?.numberValue;
    const isInside = ranges?.some(
      (range) =>
        row >= (range.startRowIndex ?? 0) &&
        row < (range.endRowIndex ?? Infinity) &&
        column >= (range.startColumnIndex ?? 0) &&
        column < (range.endColumnIndex ?? Infinity),
    );
    const [from = Number.NaN, to = from] = (booleanRule?.condition?.values ?? []).map((value) =>
      Number(value.userEnteredValue),
    );
    if (!isInside || number == null || !(number >= from && number <= to)) continue;
    const { backgroundColorStyle, textFormat } = booleanRule?.format ?? {};
    if (backgroundColorStyle) style.push(`background:${rgb(backgroundColorStyle.rgbColor)}`);
    if (textFormat?.foregroundColorStyle) style.push(`color:${rgb(textFormat.foregroundColorStyle.rgbColor)}`);
  }
  return style.join(";");
}

function contentOf(cell: Cell | undefined, book: Book, sheet: Sheet): string {
  const { stringValue, numberValue, formulaValue } = cell?.userEnteredValue ?? {};
  if (formulaValue) return sparkline(formulaValue, book, sheet);
  const isPercent = cell?.userEnteredFormat?.numberFormat?.type === "PERCENT";
  if (numberValue != null) return isPercent ? `${Math.round(numberValue * 100)}%` : String(numberValue);
  return escaped(stringValue ?? "");
}

const columnIndex = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function sparkline(formula: string, book: Book, own: Sheet): string {
  const [, title, from = "A", row = "1", to = "A"] =
    /=SPARKLINE\((?:'(.+)'!)?([A-Z]+)(\d+):([A-Z]+)\d+\)/.exec(formula) ?? [];
  const sheet = title ? book.sheets.find(({ properties }) => properties.title === title) : own;
  const cells = sheet?.rows[Number(row) - 1]?.slice(columnIndex(from), columnIndex(to) + 1) ?? [];
  return lines([{ numbers: cells.map((cell) => cell?.userEnteredValue?.numberValue ?? 0), stroke: "#444" }], 80, 16);
}

interface Series {
  readonly numbers: readonly number[];
  readonly stroke: string;
  readonly dash?: string;
}

function lines(series: readonly Series[], width: number, height: number): string {
  const most = Math.max(1, ...series.flatMap(({ numbers }) => numbers));
  const drawn = series.map(({ numbers, stroke, dash = "" }) => {
    const points = numbers.map(
      (number, at) => `${(at / Math.max(1, numbers.length - 1)) * width},${height - (number / most) * height}`,
    );
    return `<polyline points="${points.join(" ")}" fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/>`;
  });
  return `<svg width="${width}" height="${height + 2}">${drawn.join("")}</svg>`;
}

const DASHES: Readonly<Record<string, string>> = {
  MEDIUM_DASHED: "8 4",
  DOTTED: "2 3",
  LONG_DASHED: "14 5",
  LONG_DASHED_DOTTED: "14 4 2 4",
};

function chartHtml({ spec, position }: Sheet["charts"][number], sheet: Sheet, left: number): string {
  const { widthPixels = 600, heightPixels = 371 } = position?.overlayPosition ?? {};
  const series = (spec?.basicChart?.series ?? []).map(({ series: source, colorStyle, lineStyle }) => {
    const range = source?.sourceRange?.sources?.[0];
    const [name, ...cells] = (sheet.rows[range?.startRowIndex ?? 0] ?? []).slice(
      range?.startColumnIndex ?? 0,
      range?.endColumnIndex ?? 0,
    );
    return {
      name: name?.userEnteredValue?.stringValue ?? "",
      numbers: cells.map((cell) => cell?.userEnteredValue?.numberValue ?? 0),
      stroke: rgb(colorStyle?.rgbColor),
      dash: DASHES[lineStyle?.type ?? ""] ?? "",
    };
  });
  const legend = series.map(({ name, stroke }) => `<span style="color:${stroke}">━ ${escaped(name)}</span>`).join("  ");
  return `<figure style="left:${left + 20}px;width:${widthPixels}px;height:${heightPixels}px"><b>${escaped(spec?.title ?? "")}</b><br>
    ${lines(series, (widthPixels ?? 600) - 40, (heightPixels ?? 371) - 90)}<br>${legend}</figure>`;
}
