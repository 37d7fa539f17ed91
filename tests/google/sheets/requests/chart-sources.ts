import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { type Box, boxOf } from "../a1";
import type { Book } from "../book";
import { askedOf } from "../grid-range";

/** Every list of sources in a chart, in the order in which it stands. */
function sourceLists(book: Book, value: unknown): (readonly Box[])[] {
  if (Array.isArray(value)) return value.flatMap((item) => sourceLists(book, item));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "sources" && Array.isArray(inner)
      ? [(inner as sheets_v4.Schema$GridRange[]).map((range) => boxOf(askedOf(book, range)))]
      : sourceLists(book, inner),
  );
}

const isRow = ({ startRow, endRow }: Box): boolean => endRow - startRow === 1;
const isColumn = ({ startColumn, endColumn }: Box): boolean => endColumn - startColumn === 1;

const follows = (before: Box, after: Box): boolean =>
  (before.startRow === after.startRow && before.endRow === after.endRow && before.endColumn === after.startColumn) ||
  (before.startColumn === after.startColumn &&
    before.endColumn === after.endColumn &&
    before.endRow === after.startRow);

/**
 * Checks the ranges that a chart reads: each list one row high or one column wide throughout, all lists equally long, and
 * where they are longer than one, those at one place side by side.
 */
export function checkSources(book: Book, spec: sheets_v4.Schema$ChartSpec | undefined): void {
  const lists = sourceLists(book, spec);
  for (const list of lists) {
    if (list.length === 0) throw invalid("A chart's data must have at least one source range.");
    if (list.every(isRow) || list.every(isColumn)) continue;
    throw invalid("ChartSourceRange ranges require all rows or all columns to have length of 1");
  }
  const [first = []] = lists;
  if (lists.some((list) => list.length !== first.length)) {
    throw invalid("The domain and all series must have the same number of source ranges.");
  }
  if (first.length < 2) return;
  for (let place = 0; place < first.length; place++) {
    const boxes = lists.map((list) => list[place] as Box);
    if (boxes.every((box, index) => index === 0 || follows(boxes[index - 1] as Box, box))) continue;
    throw invalid("Source ranges must be in order and contiguous across the domain and series.");
  }
}
