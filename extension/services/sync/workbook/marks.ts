import * as z from "zod/mini";
import { DECISION_COLUMNS } from "../../../../core/index";

/** The key of everything that Plumbline notes in a spreadsheet; the add-on writes and reads the same. */
export const METADATA_KEY = "plumbline";

const place = z.object({
  sheetId: z._default(z.int(), 0),
  dimensionRange: z.optional(
    z.object({
      sheetId: z._default(z.int(), 0),
      dimension: z.optional(z.string()),
      startIndex: z._default(z.int(), 0),
    }),
  ),
});

/** What `developerMetadata:search` answers. Google leaves out what is 0. */
export const metadataSchema = z.object({
  matchedDeveloperMetadata: z._default(
    z.array(
      z.object({
        developerMetadata: z.object({
          metadataId: z._default(z.int(), 0),
          metadataValue: z._default(z.string(), ""),
          location: z.optional(place),
        }),
      }),
    ),
    [],
  ),
});
type Found = z.infer<typeof metadataSchema>["matchedDeveloperMetadata"];

/** Where decisions stand, whatever people called the sheet and wherever they moved its columns. Counted from 0. */
export interface DecisionsSheet {
  readonly sheetId: number;
  /** The row with the heads of the columns. */
  readonly headAt: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** The Decisions sheet of a workbook, or `undefined` where it has none. The oldest note counts, as in the add-on. */
export function decisionsSheetIn(found: Found): DecisionsSheet | undefined {
  const notes = found
    .map(({ developerMetadata }) => developerMetadata)
    .sort((a, b) => a.metadataId - b.metadataId)
    .map(({ metadataValue, location }) => ({ words: metadataValue.split(" "), location }));
  // The sheet's own id is part of its note: on a copy of the sheet it does not fit.
  const sheetId = notes.find(
    ({ words: [kind, table, id], location }) =>
      kind === "sheet" && table === "decisions" && location && !location.dimensionRange && id === `${location.sheetId}`,
  )?.location?.sheetId;
  if (sheetId === undefined) return undefined;
  const columns = new Map<string, number>();
  let headAt: number | undefined;
  for (const { words, location } of notes) {
    const [kind, table, column = ""] = words;
    const range = location?.dimensionRange;
    if (table !== "decisions" || range?.sheetId !== sheetId) continue;
    if (kind === "head") headAt ??= range.startIndex;
    if (kind === "column" && !columns.has(column)) columns.set(column, range.startIndex);
  }
  return { sheetId, headAt: headAt ?? 0, columns };
}

/** Whether every column that a decision needs is there. */
export const isWhole = ({ columns }: DecisionsSheet): boolean =>
  DECISION_COLUMNS.every((column) => columns.has(column));
