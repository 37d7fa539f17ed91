import { readFileSync } from "node:fs";
import { join } from "node:path";
import { notesFromText } from "../../../core/index";
import type { Paragraph, ReplicaDocument } from "../../replica/document";

const FOLDER = join(import.meta.dirname, "../../../cli/samples");
const FILES = ["Grade 4 PLC log (October).txt", "nov 12 team mtg (from my phone).txt"];

/** The line that surely shows SB1, in the word "norms", and nothing else. */
export const NORMS = 8;

/**
 * Real-looking meeting notes of some pages, with what makes placing hard: styles within words that are marked, superscripts,
 * right-to-left names, soft line breaks, a table, the same line twice.
 */
export function meetingNotes(): ReplicaDocument {
  const lines = FILES.flatMap((file) => notesFromText(readFileSync(join(FOLDER, file), "utf8")).lines);
  const paragraphs = lines.map(({ offset: _, ...line }, at): Paragraph => {
    if (at === NORMS) return { kind: "para", text: "We agreed on norms" };
    const { length } = line.text;
    if (at % 5 === 1 && length > 30) {
      const style = at % 2 ? { bold: true } : { italic: true, size: 13 };
      return {
        ...line,
        styles: [
          { start: 9, end: 22, style },
          { start: 26, end: 28, style: { superscript: true } },
        ],
      };
    }
    if (at % 17 === 3 && length > 30)
      return { ...line, text: `${line.text} (\u05d3\u05e0\u05d4 \u05dc\u05d5\u05d9)\v${line.text}` };
    return line;
  });
  const cell = (text: string, row: number, column: number): Paragraph => ({ kind: "cell", text, row, column });
  const table = [
    cell("Who", 0, 0),
    cell("Agreed to do before we meet again", 0, 1),
    cell("Deepa", 1, 0),
    cell("Bring the exit slips and compare results on the common assessment", 1, 1),
    cell("Roz", 2, 0),
    cell("Reteach fractions to the 14 students who need more time, then check again", 2, 1),
  ];
  return {
    title: "Grade 4 PLC log",
    tabs: [{ id: "t.0", title: "Tab 1", paragraphs: [...paragraphs.slice(0, 40), ...table, ...paragraphs.slice(40)] }],
  };
}
