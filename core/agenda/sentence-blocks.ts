import { timeBoxIn } from "../notes/details";
import type { Block } from "./block";

/** Longest stretch of running text, in words, that can be an item where nothing gives it a time. */
const WORDS = 25;

/** Where a further length begins in a list of them: "5 min welcome, 15 min exit slips and 5 min to close". */
const PART = /(?:[,;] (?:and |then )?|\)?,? and )(?=\d{1,3} ?-?(?:min|mins|minutes)\b)/;

const ONLY_TIME = /^(?:time|duration|length)(?: \p{L}+)?:? ?$/iu;

/**
 * The sentences of a paragraph that may each be an item: "10 min on norms. Then 20 min for the exit slips." Where the paragraph is
 * `alone` in having times, so may the parts of a sentence.
 */
export function sentenceBlocks(text: string, line: number, alone = false): Block[] {
  const parts = alone ? text.split(PART) : [];
  const sentences = (parts.length > 2 ? parts : [text])
    .flatMap((part) => part.split(/(?<=[.;!?])\s+(?=[A-Z0-9½])|(?<=\d\)?),? then |(?<=\)),? /))
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
  // "Concert, 1:30 on Thursday. Time allotted: 5 min" is one item.
  if (timed.length > 1 && !blocks.some(({ text, box }) => box && ONLY_TIME.test(text.slice(0, box.start))))
    return timed;
  const whole: Block = { line, lines: [line], text, box: timeBoxIn(text), form: "line" };
  return timed.length === 1 || text.split(" ").length <= WORDS ? [whole] : [];
}
