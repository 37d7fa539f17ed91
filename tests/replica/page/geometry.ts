/** Of a page at 100 %, in document pixels. */
export const PAGE_WIDTH = 816;
export const PAGE_HEIGHT = 1056;
/** From the top of one page to that of the next. */
export const PAGE_PITCH = 1066;
export const MARGIN = 96;
export const TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
export const TEXT_HEIGHT = PAGE_HEIGHT - 2 * MARGIN;
/** Cells further to the right go into the last one. */
export const MOST_COLUMNS = 20;
export const CELL_PADDING = 7;
/** How far each level of a list stands in; its marker hangs half as far to the left. */
export const INDENT = 48;
