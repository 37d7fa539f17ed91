import { dayIn } from "../notes/dates";
import { type TimeBox, timeBoxIn } from "../notes/details";
import type { Line } from "../notes/notes";
import { OPENING } from "../notes/set-apart";
import { REST } from "./schedule";
import { isLabel } from "./sections";
import { plain, says } from "./words";

/** When a meeting begins and ends, as its head says it. */
export interface MeetingTime {
  /** Minutes from midnight. */
  readonly from?: number;
  readonly to?: number;
  readonly minutes?: number;
  /** Lines that say it and so are no items. */
  readonly lines: readonly number[];
}

/** Lines with text below the top in which the head of an agenda can stand. */
const HEAD = 14;
/** Shortest stretch, in minutes, that is taken for a whole meeting. */
const SHORTEST = 20;
/** Longest line, in UTF-16 units, that is a head. */
const HEAD_LINE = 110;
const START = /\b(?:starts?|begins?|start time|from)\s?(?:at|:|time:)?\s?(\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\.?)?)/i;
const END =
  /\b(?:ends?|finish(?:es)?|end time|until|out by|done by|hard stop|stop)\s?(?:at|:|time:)?\s?(\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\.?)?)/i;

/** Reads the time of the meeting from its title and the lines at the head of the agenda. */
export function meetingTimeIn(title: string | undefined, lines: readonly Line[]): MeetingTime | undefined {
  const head: { text: string; at: number; line: Line | undefined }[] = [];
  for (let at = 0; at < lines.length && head.length < HEAD; at++) {
    const line = lines[at] as Line;
    if (line.text) head.push({ text: line.text, at, line });
  }
  const boxed = head.flatMap((each) => {
    const box = each.line?.kind === "heading" ? undefined : timeBoxIn(each.text);
    return box ? [{ ...each, box }] : [];
  });
  let best: { box: TimeBox; at: number } | undefined;
  const used: number[] = [];
  for (const { text, at, line } of [
    ...head,
    ...(title && head[0]?.text !== title ? [{ text: title, at: -1, line: undefined }] : []),
  ]) {
    if (line?.kind === "cell" && (line.column ?? 0) > 0 && !isLabelCell(lines, at)) continue;
    const ends = bothEnds(text);
    const box = ends ?? timeBoxIn(text);
    if (!box) continue;
    const below = boxed.filter((other) => other.at > at);
    const isFirst = line === head[0]?.line;
    const next = lines[at + 1];
    // "Spring planning; 55 min" stands apart above 10 + 20 + 25 minutes, or above fewer and "Rest of the time".
    const isTotal =
      isFirst &&
      below.length > 1 &&
      (!next?.text || next.kind !== line?.kind) &&
      (sum(below) === box.minutes ||
        (sum(below) < (box.minutes ?? 0) && lines.some(({ text: each }) => REST.test(each))));
    // "16.20 Study day 17 November" comes after other starts and is no head.
    const before = boxed.filter(
      (other) => other.at < at && (other.line?.kind !== "para" || (other.box.start <= OPENING && box.start <= OPENING)),
    ).length;
    if (!isTotal && !isAbout(text, line, box, below, before, isFirst)) continue;
    used.push(at);
    if (!best || (best.box.from === undefined && box.from !== undefined)) best = { box, at };
  }
  if (!best) return undefined;
  const { from, to, minutes } = best.box;
  return {
    lines: used.filter((at) => at >= 0),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

/** In a form's head the label stands in the cell before: "Time | 2:45–3:35". */
function isLabelCell(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1];
  return (
    before?.kind === "cell" &&
    before.row === lines[at]?.row &&
    /^(?:time|when|date|date and time|date \/ time)\b/i.test(before.text)
  );
}

function isAbout(
  text: string,
  line: Line | undefined,
  box: TimeBox,
  below: readonly { readonly box: TimeBox }[],
  before: number,
  isFirst: boolean,
): boolean {
  const after = below.length;
  if (box.minutes !== undefined && box.minutes < SHORTEST) return false;
  if (box.minutes === undefined && box.to === undefined && box.from === undefined) return false;
  // Below the first item with a time no head comes any more.
  if (before > 0 && !isLabel(text)) return false;
  // A whole agenda in one paragraph, or an item that needs many words.
  if (text.length > HEAD_LINE) return false;
  const named = dayIn(text) !== undefined || says("ofTheMeeting", plain(text.replace(/time allotted/i, "")));
  const range = box.from !== undefined && box.to !== undefined;
  // "8:00–8:30 Hello" above "8:30–9:30 Data" is the first item, not the meeting.
  const next = below[0]?.box.from;
  if (range && box.start <= OPENING && next === box.to && !isLabel(text) && !dayIn(text)) return false;
  if (line?.kind !== "bullet" && line?.kind !== "cell" && holds(box, below)) return true;
  // "PLC Thursday 3:00" above items with times.
  if (line?.kind === "para" && isFirst && named && box.start > OPENING && box.minutes === undefined && after > 1)
    return true;
  // "11:00 Which teacher leads which team" is an item, "Oct 3, 2:45, room 4" the head.
  if (line && box.to === undefined && box.minutes === undefined && !dayIn(text) && !isLabel(text)) return false;
  if (line === undefined) return true;
  if (line.kind === "cell") return range && text.length < 60;
  if (line.kind === "bullet") return range && named && /^(?:date|time|when|start|meeting)/i.test(text);
  if (line.kind === "heading") return (line.depth ?? 1) === 1 && (named || after > 1) && line !== undefined;
  // A time alone at the head, with timed items below it.
  return (
    named ||
    isLabel(text) ||
    (text.length - (box.end - box.start) < 4 && line.kind === "para") ||
    (range && text.length - (box.end - box.start) < 20 && after > 1) ||
    (/\b(?:total|we have|meeting|minutes long|min meeting)\b/i.test(text) && after > 0)
  );
}

const sum = (all: readonly { readonly box: TimeBox }[]): number =>
  all.reduce((total, { box }) => total + (box.minutes ?? Number.NaN), 0);

/** Whether a stretch begins with the first of those below it and holds them all: "Class 6, 1:15–2:15" above "1:15–1:20 Round". */
const holds = ({ from, to }: TimeBox, below: readonly { readonly box: TimeBox }[]): boolean =>
  from !== undefined &&
  to !== undefined &&
  below.length > 1 &&
  below[0]?.box.from === from &&
  below.every(({ box }) => (box.from ?? from) >= from && (box.to ?? to) <= to);

/** "3:15 start, finish 4:00 sharp", "Start 3:15 End 4:00". */
function bothEnds(text: string): TimeBox | undefined {
  const [start, end] = [START.exec(text), END.exec(text)];
  if (!start?.[1] || !end?.[1]) return undefined;
  return timeBoxIn(`${start[1]}-${end[1]}`);
}
