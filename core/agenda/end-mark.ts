import type { Block } from "./block";
import { withoutTime } from "./items";

const END =
  /^(?:the |we (?:are )?|meeting )?(?:end|ends|ended|finish|finished|dismiss|dismissed|dismissal|done|adjourn|adjourned|home|home time|out|stop|hard stop|bell)[\s.!]*$/i;

/** "3:45 Finish" below the last item is no item: it is when that one ends. */
export function withoutEndMark(blocks: readonly Block[]): readonly Block[] {
  const [last, before] = [blocks[blocks.length - 1], blocks[blocks.length - 2]];
  const { from: to, minutes } = last?.box ?? {};
  const { from } = before?.box ?? {};
  if (!last || !before || to === undefined || minutes !== undefined || !END.test(withoutTime(last))) return blocks;
  if (!before.box || from === undefined || before.box.minutes !== undefined || to <= from) return blocks.slice(0, -1);
  return [...blocks.slice(0, -2), { ...before, box: { ...before.box, to, minutes: to - from } }];
}
