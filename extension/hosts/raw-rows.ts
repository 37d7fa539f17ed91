/** Where a row of text stands among tables: `undefined` outside of them. */
export type Cell = { readonly row: number; readonly column: number } | undefined;

/** One paragraph of the annotated text and the pieces of text in it: controls are hard boundaries. */
export interface RawRow {
  readonly raw: string;
  readonly pieces: readonly { readonly text: string; readonly start: number }[];
  /** Its cell, and that in which the next row begins. */
  readonly cell: Cell;
  readonly after: Cell;
}

/** Stands before the first paragraph and after the last. */
const END = "\u0003";
const TABLE = "\u0010";
const TABLE_END = "\u0011";
const ROW = "\u0012";
const CELL = "\u001c";
/** All C0 controls but tab and the soft line break (vertical tab), which stand within a paragraph. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const BOUNDARY = /[\u0000-\u0008\u000c-\u001f]/;

/** Reads rows that follow one that ended in `before`; `first`: the text begins with them. */
export function rawRows(rows: readonly string[], before: Cell, first: boolean): RawRow[] {
  let cell = before;
  return rows.map((raw, at) => {
    const row = rawRow(raw, cell, first && at === 0);
    cell = row.after;
    return row;
  });
}

function rawRow(raw: string, before: Cell, first: boolean): RawRow {
  if (!BOUNDARY.test(raw)) return { raw, pieces: [{ text: raw, start: 0 }], cell: before, after: before };
  let cell = before;
  const pieces: { text: string; start: number }[] = [];
  let start = 0;
  const take = (end: number) => {
    if (end > start) pieces.push({ text: raw.slice(start, end), start });
    start = end + 1;
  };
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at] as string;
    if (!BOUNDARY.test(character)) continue;
    take(at);
    if (character === TABLE) cell = { row: -1, column: -1 };
    else if (character === TABLE_END) cell = undefined;
    else if (character === ROW) cell = { row: (cell?.row ?? -1) + 1, column: -1 };
    else if (character === CELL) cell = { row: Math.max(0, cell?.row ?? 0), column: (cell?.column ?? -1) + 1 };
  }
  take(raw.length);
  // An empty paragraph keeps its place, also in a cell or after a table; the mark of the text's end is none.
  if (!pieces.length && (first || raw !== END)) pieces.push({ text: "", start: raw.length });
  return { raw, pieces, cell, after: cell };
}

/** Whether two rows begin in the same place. */
export const sameCell = (a: Cell, b: Cell): boolean => a === b || (a?.row === b?.row && a?.column === b?.column);
