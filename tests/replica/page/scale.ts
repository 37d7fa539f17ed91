import type { LineBox, Strip } from "./blocks";
import { PAGE_HEIGHT, PAGE_PITCH, PAGE_WIDTH } from "./geometry";

/** How the document is shown: `ratio` is device pixels a CSS pixel. */
export interface Scale {
  readonly zoom: number;
  readonly ratio: number;
}

export const pageWidth = ({ zoom }: Scale): number => Math.round(PAGE_WIDTH * zoom);
export const pageHeight = ({ zoom }: Scale): number => Math.round(PAGE_HEIGHT * zoom);
export const pageTop = (page: number, { zoom }: Scale): number => Math.round(page * PAGE_PITCH * zoom);

/** Top and bottom of a strip from the top of its page, in CSS pixels. */
export const stripTop = ({ y }: Strip, { zoom }: Scale): number => Math.round(y * zoom);
export const stripBottom = ({ y, height }: Strip, { zoom }: Scale): number => Math.round((y + height) * zoom);

/** Where a line starts: whole CSS pixels from the corner of its page. */
export const boxLeft = ({ x }: LineBox, { zoom }: Scale): number => Math.round(x * zoom);
