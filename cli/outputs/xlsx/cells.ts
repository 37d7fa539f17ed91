import type { CellObject } from "write-excel-file/node";
import { colorIndex, dimensionColors } from "../dimension-colors";

/** Text, fills and lines of the workbook: dark on light, and levels that stay apart in grey print. */
export const ink = {
  text: "#1F2933",
  quiet: "#52606D",
  link: "#0B4F8A",
  line: "#CBD2D9",
  head: "#E4E7EB",
  // Light enough for dark text on all four: LibreOffice draws every linked cell in dark blue.
  levels: ["#E8F1FA", "#C3DCF0", "#8FBDE3", "#5A9BD3"],
} as const;

const MOST_CHARACTERS = 32_767;

/** Makes text that a spreadsheet keeps as text: cut at Excel's 32,767 characters, without breaks or `_x000D_` escapes. */
export function plain(text: string): string {
  const oneLine = text.replace(/[\r\n\u2028\u2029]+/g, " ").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (oneLine.length <= MOST_CHARACTERS) return oneLine;
  return `${oneLine.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A cell that holds text and nothing else, whatever the text begins with. */
export function text(value: string, style: Partial<CellObject> = {}): CellObject {
  return { value: plain(value), type: String, alignVertical: "top", textColor: ink.text, ...style };
}

/** A cell that wraps its text, as high as its lines need in a column of `width` characters, but at most eight lines. */
export function wrapped(value: string, width: number, style: Partial<CellObject> = {}): CellObject {
  // Excel fits row heights when it opens a file, LibreOffice does not: so the height is given. A column's width counts
  // digits, which are wider than most letters; in wide columns that adds up.
  const fitting = width > 60 ? width * 1.12 : width;
  return text(value, { wrap: true, height: 13 * Math.min(8, wrappedLines(value, fitting)) + 2, ...style });
}

function wrappedLines(value: string, width: number): number {
  if (value.length > width * 10) return 10;
  let [lines, used] = [1, 0];
  for (const word of value.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > width) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? 1 : 0) + word.length;
    const broken = Math.ceil(used / width) - 1;
    [lines, used] = [lines + broken, used - broken * width];
  }
  return lines;
}

/** A number; an empty cell for 0, which reads better in a table. */
export function number(value: number, style: Partial<CellObject> = {}): CellObject {
  const base = { alignVertical: "top", textColor: ink.text, align: "center", ...style } as const;
  return value === 0 ? { ...base } : { value, type: Number, ...base };
}

/** A day that sorts and filters as a date. */
export function date(value: string, style: Partial<CellObject> = {}): CellObject {
  const base = { align: "left", alignVertical: "top", textColor: ink.text, format: "d mmm yyyy" } as const;
  return { value: new Date(`${value}T00:00:00Z`), type: Date, ...base, ...style };
}

/** Header cell of a table. */
export function head(value: string, style: Partial<CellObject> = {}): CellObject {
  const rule = { bottomBorderStyle: "medium", bottomBorderColor: ink.quiet } as const;
  return text(value, { fontWeight: "bold", backgroundColor: ink.head, wrap: true, ...rule, ...style });
}

/** Heading of a section, with room above. */
export function section(value: string): CellObject {
  return text(value, { fontWeight: "bold", fontSize: 13, height: 30, alignVertical: "bottom" });
}

/** A bar drawn with characters, as long as its share of the largest value. */
export function bar(value: number, largest: number, position: number): CellObject {
  const halves = value === 0 ? 0 : Math.max(1, Math.round((value / largest) * 24));
  const blocks = "█".repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? "▌" : "");
  return text(blocks, {
    textColor: dimensionColors[colorIndex(position)]?.fill ?? ink.text,
    fontSize: 8,
    alignVertical: "center",
  });
}

/** Header cells of a table; columns of counts are centred like their numbers. */
export function heads(titles: readonly string[], height: number): readonly CellObject[] {
  return titles.map((title) => head(title, { height, ...(counts.has(title) ? { align: "center" } : {}) }));
}

const counts = new Set(["Lines", "Line", "Meetings", "Worth a look", "Confidence"]);

/** Fill and text of a dimension's codes, by its position in the rubric. */
export function badge(position: number): Partial<CellObject> {
  const { fill = ink.head, text: letters = ink.text } = dimensionColors[colorIndex(position)] ?? {};
  return { backgroundColor: fill, textColor: letters, fontWeight: "bold", align: "center" };
}
