import type { AgendaItem, Finding, FindingRule } from "./agenda-check";
import type { Context } from "./context";
import { clockWords, count, listed, quoted } from "./wording";

/** Whether the times add up. */
export function timeFindings(context: Context): Finding[] {
  const { items } = context;
  if (items.length === 0) return [];
  if (items.every(({ given, from, to }) => !given && from === undefined && to === undefined)) return [noTimes(context)];
  return [...contradictions(context), ...overlaps(items), ...overrun(context), ...untimed(context)];
}

const finding = (rule: FindingRule, lines: readonly number[], message: string): Finding => ({
  type: "time",
  rule,
  indicators: [],
  lines,
  message,
});

function noTimes({ items, minutes }: Context): Finding {
  const length = minutes.meeting === undefined ? "" : ` for the ${count(minutes.meeting, "minute")}`;
  return finding(
    "noTimes",
    items.map(({ line }) => line),
    `No item has a time yet${length}. With rough minutes beside each, the talk that matters is less likely to be squeezed.`,
  );
}

function contradictions({ layout, items }: Context): Finding[] {
  return layout.blocks.flatMap(({ box, line }, at) => {
    if (box?.said === undefined || box.from === undefined || box.to === undefined) return [];
    return [
      finding(
        "contradiction",
        [line],
        `${quoted(items[at]?.text ?? "")} runs ${clockWords(box.from)}–${clockWords(box.to)}, which is ${count(box.to - box.from, "minute")}, but says ${box.said}.`,
      ),
    ];
  });
}

function overlaps(items: readonly AgendaItem[]): Finding[] {
  const found: Finding[] = [];
  let last: (AgendaItem & { from: number; to: number }) | undefined;
  for (const item of items) {
    const { from, minutes } = item;
    if (from === undefined) continue;
    if (last && from < last.to)
      found.push(
        finding(
          "overlap",
          [last.line, item.line],
          `${quoted(item.text)} starts at ${clockWords(from)}, before ${quoted(last.text)} is over at ${clockWords(last.to)}.`,
        ),
      );
    last = { ...item, from, to: item.to ?? from + (minutes ?? 0) };
  }
  return found;
}

function overrun({ items, minutes, layout: { time } }: Context): Finding[] {
  const { meeting } = minutes;
  const ends = Math.max(
    ...items.map(({ to, from, minutes: long }) => to ?? (from === undefined ? 0 : from + (long ?? 0))),
  );
  const starts = Math.min(...items.map(({ from }) => from ?? Number.POSITIVE_INFINITY));
  const given = items.filter((item) => item.given);
  if (time?.from !== undefined && starts < time.from)
    return [
      finding(
        "contradiction",
        items.filter(({ from }) => from === starts).map(({ line }) => line),
        `The meeting starts at ${clockWords(time.from)}, but the first item at ${clockWords(starts)}.`,
      ),
    ];
  if (time?.to !== undefined && ends > time.to)
    return [
      finding(
        "overrun",
        given.map(({ line }) => line).slice(-1),
        `The items run to ${clockWords(ends)}, ${count(ends - time.to, "minute")} past the end of the meeting at ${clockWords(time.to)}.`,
      ),
    ];
  // Where every item has its hours, the clock tells; overlaps are told apart.
  if (given.length > 0 && given.every(({ from }) => from !== undefined) && time?.to !== undefined) return [];
  const total = given.reduce((sum, { minutes: long = 0 }) => sum + long, 0);
  if (meeting !== undefined && total > meeting)
    return [
      finding(
        "overrun",
        given.map(({ line }) => line),
        `The items add up to ${count(total, "minute")}, ${total - meeting} more than the ${meeting} you have.`,
      ),
    ];
  return [];
}

/** Shortest time, in minutes, in which a work item can be more than read out. */
const SHORTEST = 5;

function untimed({ items, minutes }: Context): Finding[] {
  const open = items.filter(({ given, kind }) => !given && kind === "work");
  if (open.length === 0) return [];
  const enough = open.every((item) => item.minutes !== undefined && item.minutes >= SHORTEST);
  if (enough) return [];
  const left =
    minutes.left === undefined
      ? ""
      : minutes.left <= 0
        ? " and nothing is left over"
        : ` and only ${count(minutes.left, "minute")} ${minutes.left === 1 ? "is" : "are"} left over`;
  return [
    finding(
      "noTime",
      open.map(({ line }) => line),
      `${listed(open.slice(0, 3).map(({ text }) => quoted(text)))}${open.length > 3 ? ` and ${open.length - 3} more` : ""} ${open.length === 1 ? "has" : "have"} no time${left}.`,
    ),
  ];
}
