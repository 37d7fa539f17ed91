import type { TaggedNotes } from "../core/index";
import type { LineInPlace } from "./encoder-input";

/** What the reader is shown of a line of tagged notes; nothing for headings and printed template text, which are never tagged. */
export function placeOf({ notes, type, headings, template }: TaggedNotes, at: number): LineInPlace | undefined {
  const line = notes.lines[at];
  if (!line || line.kind === "heading" || template[at]) return undefined;
  const before = notes.lines[at - 1];
  return {
    text: line.text,
    kind: line.kind,
    type,
    heading: headings[at]?.at(-1) ?? "",
    previous: before && before.kind !== "heading" ? before.text : "",
  };
}
