import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { applyMask } from "../../api/field-mask";
import type { Book } from "../book";
import { locationTypeOf, metadataUnder } from "../data-filter";
import { spanOf } from "../dimensions";
import { sheetOf } from "../grid-range";
import { type Handlers, required, updateMask } from "./request";

type Metadata = sheets_v4.Schema$DeveloperMetadata;
/** The most characters of metadata on one sheet, and on a spreadsheet itself, as Google documents it. */
const METADATA_CHARACTERS = 30_000;

function checkedLocation(book: Book, location: sheets_v4.Schema$DeveloperMetadataLocation | undefined) {
  const given = required(location, "developerMetadata.location");
  if (given.locationType != null) throw invalid("developerMetadata.location.locationType is read-only.");
  const { dimensionRange, spreadsheet } = given;
  const kinds = [dimensionRange != null, spreadsheet === true, given.sheetId != null];
  if (kinds.filter(Boolean).length !== 1) {
    throw invalid("developerMetadata.location must have exactly one of spreadsheet, sheetId and dimensionRange.");
  }
  if (dimensionRange) {
    const [, start, end] = spanOf(sheetOf(book, dimensionRange.sheetId), dimensionRange);
    if (dimensionRange.endIndex == null || end - start !== 1) {
      throw invalid("developerMetadata.location.dimensionRange must represent a single row or column.");
    }
  } else if (spreadsheet !== true) sheetOf(book, given.sheetId);
  return { ...given, locationType: locationTypeOf(given) };
}

function checkSizes(book: Book): void {
  const sizes = new Map<number | undefined, number>();
  for (const { location, metadataKey, metadataValue } of book.developerMetadata) {
    const home = location?.spreadsheet ? undefined : (location?.dimensionRange?.sheetId ?? location?.sheetId ?? 0);
    sizes.set(home, (sizes.get(home) ?? 0) + (metadataKey?.length ?? 0) + (metadataValue?.length ?? 0));
  }
  if ([...sizes.values()].some((size) => size > METADATA_CHARACTERS)) {
    throw invalid(`Developer metadata is limited to ${METADATA_CHARACTERS} characters per sheet and per spreadsheet.`);
  }
}

function checked(book: Book, one: Metadata): Metadata {
  if (!one.metadataKey) throw invalid("developerMetadata.metadataKey must be specified.");
  if (!one.visibility) throw invalid("developerMetadata.visibility must be specified.");
  if ((one.metadataId ?? 1) <= 0) throw invalid("developerMetadata.metadataId must be positive.");
  return { ...one, location: checkedLocation(book, one.location) };
}

export const metadataHandlers: Handlers = {
  createDeveloperMetadata({ book, newId }, request) {
    const given = checked(book, required(request.developerMetadata, "developerMetadata"));
    const developerMetadata = { metadataId: newId(), ...given };
    if (book.developerMetadata.some(({ metadataId }) => metadataId === developerMetadata.metadataId)) {
      throw invalid(`Developer metadata with id ${developerMetadata.metadataId} already exists.`);
    }
    book.developerMetadata = [...book.developerMetadata, developerMetadata];
    checkSizes(book);
    return { createDeveloperMetadata: { developerMetadata } };
  },

  updateDeveloperMetadata({ book }, request) {
    const mask = updateMask("DeveloperMetadata", request.fields);
    const filters = required(request.dataFilters, "dataFilters");
    const found = new Set(filters.flatMap((filter) => metadataUnder(book, filter)));
    const developerMetadata: Metadata[] = [];
    book.developerMetadata = book.developerMetadata.map((one) => {
      if (!found.has(one)) return one;
      const { locationType, ...location } = one.location ?? {};
      const next = checked(book, applyMask<Metadata>(mask, { ...one, location }, request.developerMetadata ?? {}));
      developerMetadata.push(next);
      return next;
    });
    checkSizes(book);
    return { updateDeveloperMetadata: { developerMetadata } };
  },

  deleteDeveloperMetadata({ book }, request) {
    const deleted = metadataUnder(book, required(request.dataFilter, "dataFilter"));
    book.developerMetadata = book.developerMetadata.filter((one) => !deleted.includes(one));
    return { deleteDeveloperMetadata: deleted.length === 0 ? {} : { deletedDeveloperMetadata: [...deleted] } };
  },
};
