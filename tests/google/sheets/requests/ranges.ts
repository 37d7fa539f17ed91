import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { applyMask } from "../../api/field-mask";
import { boxOf } from "../a1";
import type { Book, Sheet } from "../book";
import { wholeSheet } from "../book";
import { askedOf, holds } from "../grid-range";
import { type Editor, mayEdit } from "../protection";
import { protectedRangeFor } from "../resource";
import { type Handlers, required, updateMask, type Work } from "./request";

type NamedRange = sheets_v4.Schema$NamedRange;
type ProtectedRange = sheets_v4.Schema$ProtectedRange;

function checkNamed(book: Book, one: NamedRange): void {
  const name = one.name ?? "";
  const legal = /^[A-Za-z_][A-Za-z0-9_.]{0,249}$/.test(name) && !/^(true|false)$/i.test(name);
  if (!legal || /^[A-Za-z]{1,3}[0-9]+$/.test(name) || /^R[0-9]+C[0-9]+$/i.test(name)) {
    throw invalid(`The name "${name}" is not valid for a named range.`);
  }
  if (
    book.namedRanges.some(
      (other) => other.namedRangeId !== one.namedRangeId && other.name?.toLowerCase() === name.toLowerCase(),
    )
  ) {
    throw invalid(`A named range with the name "${name}" already exists.`);
  }
  boxOf(askedOf(book, one.range));
}

const namedAt = (book: Book, id: string | null | undefined): NamedRange => {
  const found = book.namedRanges.find(({ namedRangeId }) => namedRangeId === id);
  if (!found) throw invalid(`No named range with id: ${id}`);
  return found;
};

function homeOf(book: Book, one: ProtectedRange): Sheet {
  if ((one.range == null) === (one.namedRangeId == null)) {
    throw invalid("A protected range must have exactly one of range and namedRangeId.");
  }
  return askedOf(book, one.range ?? namedAt(book, one.namedRangeId).range).sheet;
}

function checkProtected(one: ProtectedRange, sheet: Sheet): void {
  if (one.warningOnly === true && one.editors) {
    throw invalid("ProtectedRange is warningOnly. Editors cannot be set on it.");
  }
  const isSheet = (range: sheets_v4.Schema$GridRange | undefined) =>
    range !== undefined && holds(range, sheet.sheetId, wholeSheet(sheet));
  if (one.unprotectedRanges?.length && !isSheet(one.range)) {
    throw invalid("Unprotected ranges are only supported on protected sheets.");
  }
  const others = sheet.protectedRanges.filter(({ protectedRangeId }) => protectedRangeId !== one.protectedRangeId);
  if (isSheet(one.range) && others.some(({ range }) => isSheet(range))) {
    throw invalid(`Sheet "${sheet.properties.title}" already has sheet protection.`);
  }
}

/** Without a list of editors, all who may edit the file may edit the range; who protects a range is always one of them. */
function withEditors(one: ProtectedRange, { user, editors }: Editor): ProtectedRange {
  if (one.warningOnly === true) return one;
  return { ...one, editors: { ...one.editors, users: [...new Set([...(one.editors?.users ?? editors), user])] } };
}

function protectedAt(work: Work, id: number | null | undefined): { sheet: Sheet; one: ProtectedRange } {
  for (const sheet of work.book.sheets) {
    const one = sheet.protectedRanges.find(({ protectedRangeId }) => protectedRangeId === id);
    if (!one) continue;
    if (!mayEdit(one, work.editor)) throw invalid("You do not have permission to edit this protected range.");
    return { sheet, one };
  }
  throw invalid(`No protected range with id: ${id}`);
}

export const rangeHandlers: Handlers = {
  addNamedRange({ book, newId }, request) {
    const given = required(request.namedRange, "namedRange");
    const namedRange = { ...given, namedRangeId: given.namedRangeId ?? `${newId()}` };
    if (book.namedRanges.some(({ namedRangeId }) => namedRangeId === namedRange.namedRangeId)) {
      throw invalid(`A named range with id ${namedRange.namedRangeId} already exists.`);
    }
    checkNamed(book, namedRange);
    book.namedRanges = [...book.namedRanges, namedRange];
    return { addNamedRange: { namedRange } };
  },

  updateNamedRange({ book }, request) {
    const mask = updateMask("NamedRange", request.fields);
    const old = namedAt(book, request.namedRange?.namedRangeId);
    const next = { ...applyMask(mask, old, request.namedRange), namedRangeId: old.namedRangeId ?? null };
    checkNamed(book, next);
    book.namedRanges = book.namedRanges.map((one) => (one === old ? next : one));
    return undefined;
  },

  deleteNamedRange({ book }, { namedRangeId }) {
    const old = namedAt(book, namedRangeId);
    book.namedRanges = book.namedRanges.filter((one) => one !== old);
    return undefined;
  },

  addProtectedRange({ book, editor, newId }, request) {
    const given = required(request.protectedRange, "protectedRange");
    const sheet = homeOf(book, given);
    const protectedRange = withEditors({ ...given, protectedRangeId: given.protectedRangeId ?? newId() }, editor);
    if (
      book.sheets.some((one) =>
        one.protectedRanges.some(({ protectedRangeId }) => protectedRangeId === protectedRange.protectedRangeId),
      )
    ) {
      throw invalid(`A protected range with id ${protectedRange.protectedRangeId} already exists.`);
    }
    checkProtected(protectedRange, sheet);
    sheet.protectedRanges = [...sheet.protectedRanges, protectedRange];
    return { addProtectedRange: { protectedRange: protectedRangeFor(protectedRange, editor) } };
  },

  updateProtectedRange(work, request) {
    const mask = updateMask("ProtectedRange", request.fields);
    const { sheet, one } = protectedAt(work, request.protectedRange?.protectedRangeId);
    const changed = { ...applyMask(mask, one, request.protectedRange), protectedRangeId: one.protectedRangeId ?? null };
    const { editors, ...rest } = changed;
    const next = withEditors(changed.warningOnly === true ? rest : changed, work.editor);
    const home = homeOf(work.book, next);
    checkProtected(next, home);
    sheet.protectedRanges = sheet.protectedRanges.filter((other) => other !== one);
    home.protectedRanges = [...home.protectedRanges, next];
    return undefined;
  },

  deleteProtectedRange(work, { protectedRangeId }) {
    const { sheet, one } = protectedAt(work, protectedRangeId);
    sheet.protectedRanges = sheet.protectedRanges.filter((other) => other !== one);
    return undefined;
  },
};
