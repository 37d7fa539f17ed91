import type { Block } from "./block";
import type { MeetingTime } from "./meeting-time";

/** How long one item takes, and when, as far as it can be known. */
export interface Slot {
  readonly minutes?: number;
  /** Whether the agenda itself gives the minutes. */
  readonly given: boolean;
  /** Minutes from midnight. */
  readonly from?: number;
  readonly to?: number;
}

/** Says of an item that it gets all that is left. */
export const REST =
  /\b(?:(?:rest|remainder) of (?:the |our )?(?:time|meeting|hour|session)|remaining time|(?:whatever|time that) is left)\b/i;

/** Works out the minutes of each item: those given, those that follow from the next item's start, and those left over. */
export function schedule(blocks: readonly Block[], time: MeetingTime | undefined): Slot[] {
  const slots = blocks.map((_block, at) => slotOf(blocks, at, time));
  // "4:00 Adjourn" at the end of the meeting takes none of it.
  const isOpen = ({ minutes, from }: Slot) => minutes === undefined && (from === undefined || from !== time?.to);
  const open = slots.filter(isOpen).length;
  const length = time?.minutes;
  if (length === undefined || open === 0) return slots;
  const left = length - totalOf(slots);
  if (left <= 0) return slots;
  const given = slots.every(({ minutes }, at) => minutes !== undefined || REST.test(blocks[at]?.text ?? ""));
  return slots.map((slot) => (isOpen(slot) ? { ...slot, minutes: Math.floor(left / open), given } : slot));
}

/** Minutes of all slots that are known. */
export const totalOf = (slots: readonly Slot[]): number => slots.reduce((sum, { minutes = 0 }) => sum + minutes, 0);

function slotOf(blocks: readonly Block[], at: number, time: MeetingTime | undefined): Slot {
  const box = blocks[at]?.box;
  if (!box) return { given: false };
  const { from, to, minutes } = box;
  const place = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  if (minutes !== undefined) return { minutes, given: true, ...place };
  if (to !== undefined) {
    const start = endBefore(blocks, at, time);
    return start !== undefined && to > start
      ? { minutes: to - start, given: true, from: start, to }
      : { given: false, to };
  }
  // "8:05 welcome": it lasts until the next start, if nothing without a time stands in between.
  const next = blocks[at + 1];
  const end = next
    ? next.box?.from
    : (time?.to ?? (time?.from !== undefined && time.minutes !== undefined ? time.from + time.minutes : undefined));
  if (from === undefined || end === undefined || end <= from || end - from > 180) return { given: false, ...place };
  return { minutes: end - from, given: true, from, to: end };
}

/** When the item before ends, or the meeting begins. */
function endBefore(blocks: readonly Block[], at: number, time: MeetingTime | undefined): number | undefined {
  const before = blocks[at - 1];
  if (!before) return time?.from;
  if (before.box?.to !== undefined) return before.box.to;
  const start = before.box?.from ?? endBefore(blocks, at - 1, time);
  return start !== undefined && before.box?.minutes !== undefined ? start + before.box.minutes : undefined;
}
