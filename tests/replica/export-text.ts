import { type Paragraph, textWith } from "./document";
import { markersOf } from "./markers";

/** A tab as the plain-text export writes it: a byte order mark, markers in the lines, three spaces a level, CR LF; the words of a chip, nothing for a picture. */
export function exportText(paragraphs: readonly Paragraph[]): string {
  const markers = markersOf(paragraphs);
  const lines = paragraphs.map((paragraph, at) => {
    const { kind, depth = 0, checked } = paragraph;
    const marker = markers[at];
    const plain = textWith(paragraph, ({ chip = "" }) => chip).replace(/\v/g, "\r\n");
    if (marker === undefined) return plain;
    const written = kind === "bullet" ? (checked === undefined ? "*" : checked ? "[x]" : "[ ]") : marker;
    return `${"   ".repeat(depth)}${written} ${plain}`;
  });
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
