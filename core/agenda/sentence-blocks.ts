import { timeBoxIn } from "../notes/details";
import type { Block } from "./block";

/** Longest stretch of running text, in words, that can be an item where nothing gives it a time. */
const WORDS = 25;

/** The sentences of a paragraph that may each be an item: "10 min on norms. Then 20 min for the exit slips." */
export function sentenceBlocks(text: string, line: number): Block[] {
  const sentences = text
    .split(/(?<=[.;!?])\s+(?=[A-Z0-9½])|(?<=\d\)?),? then |(?<=\)),? /)
    .filter((sentence) => sentence.trim());
  const blocks = sentences.map((sentence): Block => {
    const clean = sentence.trim().replace(/[.;,]$/, "");
    return {
      line,
      lines: [line],
      text: clean,
      box: timeBoxIn(clean),
      form: sentences.length > 1 ? "sentence" : "line",
    };
  });
  const timed = blocks.filter(({ box }) => box);
  if (timed.length > 1) return timed;
  const whole: Block = { line, lines: [line], text, box: timeBoxIn(text), form: "line" };
  return timed.length === 1 || text.split(" ").length <= WORDS ? [whole] : [];
}
