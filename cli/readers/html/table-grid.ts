import type { Cell } from "../../../core/notes/line-collector";
import { attribute, type Element } from "./tree";

/** Widest table whose merged cells are followed. */
const WIDEST = 1000;

/** Gives the cells of one table their rows and columns, with merged cells taken into account. */
export class TableGrid {
  #row = -1;
  #column = 0;
  /** For each column the first row that no cell from above reaches into. */
  readonly #freeFrom: number[] = [];

  startRow(): void {
    this.#row += 1;
    this.#column = 0;
  }

  place(cell: Element): Cell {
    const row = Math.max(this.#row, 0);
    while ((this.#freeFrom[this.#column] ?? 0) > row) this.#column += 1;
    const column = this.#column;
    const [columns, rows] = [spanOf(cell, "colspan", WIDEST), spanOf(cell, "rowspan", 65_534)];
    this.#column += columns;
    if (rows > 1) for (let at = column; at < Math.min(this.#column, WIDEST); at += 1) this.#freeFrom[at] = row + rows;
    return { row, column };
  }
}

/** A span as browsers read it: at least 1, and no more than the HTML standard allows. */
function spanOf(cell: Element, name: "colspan" | "rowspan", most: number): number {
  const span = Number.parseInt(attribute(cell, name) ?? "1", 10);
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, most);
}
