import type { Notes } from "../notes/notes";
import type { Suggestion } from "./agenda-check";

/** The document with a suggestion taken over. It must be the document that was checked. */
export function applySuggestion(notes: Notes, { change: { at, removed, inserted } }: Suggestion): Notes {
  return { ...notes, lines: [...notes.lines.slice(0, at), ...inserted, ...notes.lines.slice(at + removed)] };
}
