import type { AgendaItem, Finding, FindingRule } from "./agenda-check";
import type { Context } from "./context";
import { sentence } from "./sentences";
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
  const of = minutes.meeting === undefined ? "" : ` for the ${count(minutes.meeting, "minute")}`;
  return finding(
    "noTimes",
    items.map(({ line }) => line),
    sentence("noTimes", { of }),
  );
}

function contradictions({ layout, items }: Context): Finding[] {
  return layout.blocks.flatMap(({ box, line }, at) => {
    if (box?.said === undefined || box.from === undefined || box.to === undefined) return [];
    return [
      finding(
        "contradiction",
        [line],
        sentence("contradiction", {
          item: quoted(items[at]?.text ?? ""),
          from: clockWords(box.from),
          to: clockWords(box.to),
          minutes: count(box.to - box.from, "minute"),
          said: box.said,
        }),
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
          sentence("overlap", {
            item: quoted(item.text),
            from: clockWords(from),
            before: quoted(last.text),
            to: clockWords(last.to),
          }),
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
        sentence("tooEarly", { starts: clockWords(time.from), first: clockWords(starts) }),
      ),
    ];
  if (time?.to !== undefined && ends > time.to)
    return [
      finding(
        "overrun",
        given.map(({ line }) => line).slice(-1),
        sentence("tooLate", {
          to: clockWords(ends),
          minutes: count(ends - time.to, "minute"),
          end: clockWords(time.to),
        }),
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
        sentence("tooLong", { minutes: count(total, "minute"), more: total - meeting, meeting }),
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
