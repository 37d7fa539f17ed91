import type { Block } from "./block";

const OFFSETS = /^:?(\d{1,3})\s?[-–—]\s?:?(\d{1,3})(?![\d:.%])\s?(?:min(?:ute)?s?\b\.?|m\b|['′’])?/i;

/**
 * Where every item begins at the minute at which the one before it ends, as in "0–5 Norms" and "5–20 Exit slips", the numbers are
 * minutes from the start; after a full hour they may begin again.
 */
export function offsetMinutes(blocks: readonly Block[]): readonly Block[] {
  const offsets = blocks.map(({ text }) => OFFSETS.exec(text));
  if (blocks.length < 2 || offsets.some((match) => !match)) return blocks;
  const spans = offsets.map((match) => ({
    from: Number(match?.[1]),
    to: Number(match?.[2]),
    end: match?.[0].length ?? 0,
  }));
  const isChain = spans.every(({ from, to }, at) => {
    const before = spans[at - 1];
    return to !== from && (!before || from === before.to || from === before.to % 60);
  });
  if (!isChain) return blocks;
  return blocks.map((block, at) => {
    const { from, to, end } = spans[at] as (typeof spans)[number];
    return { ...block, box: { minutes: to > from ? to - from : to + 60 - from, start: 0, end } };
  });
}
