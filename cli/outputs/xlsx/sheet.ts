import type { Cell, CellObject, Row } from "write-excel-file/node";
import type { Level } from "../heat";
import type { CellLink, SheetExtras } from "./sheet-features";

/** One sheet of the workbook: its rows, its look on screen, and what `sheetFeatures` adds. */
export interface WorkbookSheet {
  readonly extras: SheetExtras;
  readonly data: Row[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Cells, from 0, that a colour scale fills. */
  readonly heat?: {
    readonly scale: readonly Level[];
    readonly rows: readonly [number, number];
    readonly columns: readonly [number, number];
  };
}

/** Collects rows and the links in them. */
export class SheetRows {
  readonly data: Row[] = [];
  readonly links: CellLink[] = [];

  add(...cells: Cell[]): number {
    return this.data.push(cells) - 1;
  }

  /** Adds one cell over several columns. */
  wide(cell: CellObject, columns: number): number {
    return this.add({ ...cell, columnSpan: columns }, ...Array(columns - 1).fill(null));
  }

  link(row: number, column: number, to: string | undefined, tip: string): void {
    if (to) this.links.push({ row, column, to, tip });
  }
}
