import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error";
import { type AskedRange, type Box, readRange } from "./a1";
import type { Book } from "./book";
import { askedOf, contains, overlap, sheetOf } from "./grid-range";

type Metadata = sheets_v4.Schema$DeveloperMetadata;
type Location = sheets_v4.Schema$DeveloperMetadataLocation;

/** What a piece of metadata stands on, read off its location. */
export function locationTypeOf(location: Location): "SPREADSHEET" | "SHEET" | "ROW" | "COLUMN" {
  if (location.dimensionRange) return location.dimensionRange.dimension === "COLUMNS" ? "COLUMN" : "ROW";
  return location.spreadsheet === true ? "SPREADSHEET" : "SHEET";
}

/** The sheet and cells of a location; the whole spreadsheet has none. */
function placeOf(location: Location): { sheetId: number; box: Box } | undefined {
  const all = { startRow: 0, endRow: Number.POSITIVE_INFINITY, startColumn: 0, endColumn: Number.POSITIVE_INFINITY };
  const span = location.dimensionRange;
  if (span) {
    const [start, end] = [span.startIndex ?? 0, span.endIndex ?? Number.POSITIVE_INFINITY];
    const box =
      span.dimension === "COLUMNS"
        ? { ...all, startColumn: start, endColumn: end }
        : { ...all, startRow: start, endRow: end };
    return { sheetId: span.sheetId ?? 0, box };
  }
  return location.spreadsheet === true ? undefined : { sheetId: location.sheetId ?? 0, box: all };
}

function matchesLocation(have: Location, asked: Location, exact: boolean): boolean {
  const [place, wanted] = [placeOf(have), placeOf(asked)];
  if (!place || !wanted) return place === wanted;
  if (place.sheetId !== wanted.sheetId) return false;
  return exact
    ? contains(place.box, wanted.box) &&
        contains(wanted.box, place.box) &&
        locationTypeOf(have) === locationTypeOf(asked)
    : overlap(place.box, wanted.box);
}

function matchesLookup(one: Metadata, lookup: sheets_v4.Schema$DeveloperMetadataLookup): boolean {
  const exact = lookup.locationMatchingStrategy === "EXACT_LOCATION";
  if (lookup.locationMatchingStrategy && !lookup.metadataLocation) {
    throw invalid("locationMatchingStrategy can only be set with metadataLocation.");
  }
  if (exact && lookup.locationType) throw invalid("locationType must be unset when matching exact locations.");
  return (
    (lookup.metadataId == null || lookup.metadataId === one.metadataId) &&
    (lookup.metadataKey == null || lookup.metadataKey === one.metadataKey) &&
    (lookup.metadataValue == null || lookup.metadataValue === one.metadataValue) &&
    (lookup.visibility == null || lookup.visibility === one.visibility) &&
    (lookup.locationType == null || lookup.locationType === locationTypeOf(one.location ?? {})) &&
    (lookup.metadataLocation == null || matchesLocation(one.location ?? {}, lookup.metadataLocation, exact))
  );
}

function checkFilter(filter: sheets_v4.Schema$DataFilter): void {
  const given = [filter.developerMetadataLookup, filter.a1Range, filter.gridRange].filter((one) => one != null);
  if (given.length !== 1)
    throw invalid("A DataFilter must have exactly one of developerMetadataLookup, a1Range and gridRange.");
}

/** The metadata that a filter finds: by lookup, or all whose place shares a cell with a range. */
export function metadataUnder(book: Book, filter: sheets_v4.Schema$DataFilter): readonly Metadata[] {
  checkFilter(filter);
  const lookup = filter.developerMetadataLookup;
  if (lookup) return book.developerMetadata.filter((one) => matchesLookup(one, lookup));
  const asked = rangeUnder(book, filter);
  const box = {
    startRow: asked.startRow,
    startColumn: asked.startColumn,
    endRow: asked.endRow ?? Number.POSITIVE_INFINITY,
    endColumn: asked.endColumn ?? Number.POSITIVE_INFINITY,
  };
  return book.developerMetadata.filter(({ location }) => {
    const place = placeOf(location ?? {});
    return place !== undefined && place.sheetId === asked.sheet.sheetId && overlap(place.box, box);
  });
}

const rangeUnder = (book: Book, filter: sheets_v4.Schema$DataFilter): AskedRange =>
  filter.a1Range == null ? askedOf(book, filter.gridRange) : readRange(book, filter.a1Range);

/** The ranges that a filter selects: its own, or the place of each piece of metadata that it finds. */
export function rangesUnder(book: Book, filter: sheets_v4.Schema$DataFilter): readonly AskedRange[] {
  checkFilter(filter);
  if (!filter.developerMetadataLookup) return [rangeUnder(book, filter)];
  return metadataUnder(book, filter).flatMap(({ location }) => {
    const place = placeOf(location ?? {});
    if (!place) return [];
    const { box } = place;
    return {
      sheet: sheetOf(book, place.sheetId),
      startRow: box.startRow,
      startColumn: box.startColumn,
      ...(Number.isFinite(box.endRow) ? { endRow: box.endRow } : {}),
      ...(Number.isFinite(box.endColumn) ? { endColumn: box.endColumn } : {}),
      isCell: false,
    };
  });
}
