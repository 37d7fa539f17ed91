import { notesFromJson } from "../../core/notes/json";
import type { Notes } from "../../core/notes/notes";
import { decode } from "./decode";
import type { Reader } from "./reader";
import { UnreadableNotes } from "./unreadable-notes";

/** Reads Notes JSON. */
export const readJson = ((bytes: Uint8Array, warn?: (warning: string) => void): Notes => {
  const read = notesFromJson(decode(bytes));
  if (!read.ok) throw new UnreadableNotes(read.problem, read.remedy);
  for (const warning of read.warnings) warn?.(warning);
  return read.notes;
}) satisfies Reader;
