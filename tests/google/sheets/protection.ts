import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error";
import type { Box } from "./a1";
import { type Book, type Sheet, wholeSheet } from "./book";
import { holds, touches } from "./grid-range";

/** Who edits, and what they are to the file. */
export interface Editor {
  readonly user: string;
  readonly isOwner: boolean;
  /** Everyone who may edit the file. */
  readonly editors: readonly string[];
}

const REFUSAL =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

const rangeOf = (book: Book, protectedRange: sheets_v4.Schema$ProtectedRange): sheets_v4.Schema$GridRange | undefined =>
  protectedRange.range ??
  book.namedRanges.find(({ namedRangeId }) => namedRangeId === protectedRange.namedRangeId)?.range;

/** Whether a person may edit under a protection: a warning stops nobody, and the file's owner always may. */
export const mayEdit = (protectedRange: sheets_v4.Schema$ProtectedRange, { user, isOwner }: Editor): boolean =>
  protectedRange.warningOnly === true || isOwner || (protectedRange.editors?.users ?? []).includes(user);

/** Refuses (400) an edit that touches what is protected from the person. */
export function refuseProtected(book: Book, sheet: Sheet, box: Box, editor: Editor): void {
  for (const protectedRange of sheet.protectedRanges) {
    const range = rangeOf(book, protectedRange);
    if (!range || mayEdit(protectedRange, editor) || !touches(range, sheet.sheetId, box)) continue;
    if ((protectedRange.unprotectedRanges ?? []).some((open) => holds(open, sheet.sheetId, box))) continue;
    throw invalid(REFUSAL);
  }
}

/** Refuses (400) a change to the sheet itself, its name or its grid, where any of it is protected from the person. */
export function refuseProtectedSheet(book: Book, sheet: Sheet, editor: Editor): void {
  const whole = sheet.protectedRanges.filter((one) => {
    const range = rangeOf(book, one);
    return range !== undefined && holds(range, sheet.sheetId, wholeSheet(sheet));
  });
  if (whole.some((one) => !mayEdit(one, editor))) throw invalid(REFUSAL);
}
