import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { applyMask } from "../../api/field-mask";
import { boxOf } from "../a1";
import type { Book, Row, Sheet } from "../book";
import { enteredScalar } from "../cell";
import { askedOf, gridBox, sheetOf, toGridRange } from "../grid-range";
import { refuseProtected } from "../protection";
import { checkCondition } from "./conditions";
import { type Handlers, required, updateMask } from "./request";

type FilterView = sheets_v4.Schema$FilterView;

function find(book: Book, id: number | null | undefined): { sheet: Sheet; view: FilterView } {
  for (const sheet of book.sheets) {
    const view = sheet.filterViews.find(({ filterViewId }) => filterViewId === id);
    if (view) return { sheet, view };
  }
  throw invalid(`No filter view with id: ${id}`);
}

function checkCriteria({ criteria, filterSpecs }: FilterView | sheets_v4.Schema$BasicFilter): void {
  const all = [...Object.values(criteria ?? {}), ...(filterSpecs ?? []).map(({ filterCriteria }) => filterCriteria)];
  for (const one of all) if (one?.condition) checkCondition(one.condition, "filters");
}

const viewRange = (book: Book, view: FilterView): sheets_v4.Schema$GridRange => {
  const range = view.range ?? book.namedRanges.find(({ namedRangeId }) => namedRangeId === view.namedRangeId)?.range;
  if (!range) throw invalid("A filter view must have a range.");
  return range;
};

/** Numbers before texts before booleans, empty cells last whatever the order, as Sheets sorts. */
function compare(a: Row, b: Row, column: number, descending: boolean): number {
  const [left, right] = [a, b].map((row) => enteredScalar(row[column]?.userEnteredValue));
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
  const rank = { number: 0, string: 1, boolean: 2 } as Record<string, number>;
  const order =
    typeof left === typeof right
      ? typeof left === "string"
        ? left.localeCompare(String(right), "en")
        : Number(left) - Number(right)
      : (rank[typeof left] ?? 0) - (rank[typeof right] ?? 0);
  return descending ? -order : order;
}

export const filterHandlers: Handlers = {
  addFilterView({ book, newId }, request) {
    const given = required(request.filter, "filter");
    checkCriteria(given);
    const asked = askedOf(book, viewRange(book, given));
    boxOf(asked);
    const filter = { ...given, filterViewId: given.filterViewId ?? newId(), title: given.title ?? "Filter 1" };
    if (book.sheets.some((one) => one.filterViews.some(({ filterViewId }) => filterViewId === filter.filterViewId))) {
      throw invalid(`A filter view with id ${filter.filterViewId} already exists.`);
    }
    if (asked.sheet.filterViews.some(({ title }) => title === filter.title)) {
      throw invalid(`A filter view with the name "${filter.title}" already exists. Please enter another name.`);
    }
    asked.sheet.filterViews = [...asked.sheet.filterViews, filter];
    return { addFilterView: { filter } };
  },

  updateFilterView({ book }, request) {
    const mask = updateMask("FilterView", request.fields);
    const { sheet, view } = find(book, request.filter?.filterViewId);
    const next = { ...applyMask(mask, view, request.filter), filterViewId: view.filterViewId ?? null };
    checkCriteria(next);
    boxOf(askedOf(book, viewRange(book, next)));
    sheet.filterViews = sheet.filterViews.map((one) => (one === view ? next : one));
    return undefined;
  },

  deleteFilterView({ book }, { filterId }) {
    const { sheet, view } = find(book, filterId);
    sheet.filterViews = sheet.filterViews.filter((one) => one !== view);
    return undefined;
  },

  setBasicFilter({ book, editor }, request) {
    const filter = required(request.filter, "filter");
    checkCriteria(filter);
    const { sheet, box } = gridBox(book, filter.range);
    refuseProtected(book, sheet, box, editor);
    sheet.basicFilter = { ...filter, range: toGridRange(sheet, box) };
    return undefined;
  },

  clearBasicFilter({ book }, { sheetId }) {
    sheetOf(book, sheetId).basicFilter = undefined;
    return undefined;
  },

  sortRange({ book, editor }, request) {
    const { sheet, box } = gridBox(book, request.range);
    refuseProtected(book, sheet, box, editor);
    const specs = required(request.sortSpecs, "sortSpecs");
    const parts = Array.from({ length: box.endRow - box.startRow }, (_, offset) => {
      const row = sheet.rows[box.startRow + offset] ?? [];
      return Array.from({ length: box.endColumn - box.startColumn }, (_, place) => row[box.startColumn + place]);
    });
    for (const { dimensionIndex } of specs) {
      const column = dimensionIndex ?? 0;
      if (column < box.startColumn || column >= box.endColumn) throw invalid(`Sort column out of range: ${column}`);
    }
    parts.sort((a, b) => {
      for (const { dimensionIndex, sortOrder } of specs) {
        const order = compare(a, b, (dimensionIndex ?? 0) - box.startColumn, sortOrder === "DESCENDING");
        if (order !== 0) return order;
      }
      return 0;
    });
    for (const [offset, part] of parts.entries()) {
      const row = (sheet.rows[box.startRow + offset] ?? []).slice();
      while (row.length < box.startColumn) row.push(undefined);
      row.splice(box.startColumn, part.length, ...part);
      sheet.rows[box.startRow + offset] = row;
    }
    return undefined;
  },
};
