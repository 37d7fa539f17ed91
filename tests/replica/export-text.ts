import type { Paragraph } from "./document";
import { markersOf } from "./markers";

/** A tab as the plain-text export writes it: a byte order mark, markers in the lines, three spaces a level, CR LF. */
export function exportText(paragraphs: readonly Paragraph[]): string {
  const markers = markersOf(paragraphs);
  const lines = paragraphs.map(({ kind, text, depth = 0, checked }, at) => {
    const marker = markers[at];
    const plain = text.replace(/\v/g, "\r\n");
    if (marker === undefined) return plain;
    const written = kind === "bullet" ? (checked === undefined ? "*" : checked ? "[x]" : "[ ]") : marker;
    return `${"   ".repeat(depth)}${written} ${plain}`;
  });
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
