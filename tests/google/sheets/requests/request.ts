import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { type Mask, parseMask, unknownPath } from "../../api/field-mask";
import type { Book } from "../book";
import { sheetsDescription } from "../description";
import type { Editor } from "../protection";

/** What a request of a batch works on. */
export interface Work {
  readonly book: Book;
  readonly editor: Editor;
  /** A new id that nothing in any spreadsheet has. */
  readonly newId: () => number;
}

export type Reply = sheets_v4.Schema$Response | undefined;
type Requests = sheets_v4.Schema$Request;

/** One function per kind of request; throws Google's 400 without naming the request, which the batch does. */
export type Handlers = {
  readonly [Kind in keyof Requests]?: (work: Work, request: NonNullable<Requests[Kind]>) => Reply;
};

/** The mask of an update request over a message; Google refuses one that is absent, empty or unknown (400). */
export function updateMask(message: string, fields: string | null | undefined): Mask {
  if (!fields) throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  const unknown = unknownPath(sheetsDescription, message, mask);
  if (unknown !== undefined) throw invalid(`Invalid field: ${unknown}`);
  return mask;
}

/** A value that a request cannot do without, or Google's 400. */
export function required<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw invalid(`${name} is required.`);
  return value;
}
