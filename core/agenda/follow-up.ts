import type { Commitment, CoverageMeeting } from "../coverage/coverage";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { dayWords, quoted } from "./wording";
import { plain, says } from "./words";
import words from "./words.json" with { type: "json" };

/** At most so many are named, the latest due first. */
const MOST = 5;
/** Meetings back in which commitments are looked for. */
const MEETINGS = 3;

/** What was promised in earlier meetings, is due by now and is not on the agenda. */
export function followUps(context: Context): Draft[] {
  const { past, items, lines, layout } = context;
  const on = [
    ...items.flatMap((item) => item.lines),
    ...layout.around.filter(({ section }) => section !== "norms").map(({ at }) => at),
  ].map((at) => lines[at]?.text ?? "");
  if (on.some((text) => says("recap", plain(text)))) return [];
  const due = dueOf(past, context.date);
  const open = due.filter(({ commitment, later }) => ![...on, ...later].some((text) => mentions(text, commitment)));
  return open.slice(0, MOST).map(({ commitment, meeting }) => ({
    type: "followUp",
    rule: "followUp",
    indicators: [],
    lines: [],
    ask: `Come back to what ${commitment.who} took on: ${withoutWho(commitment)}`,
    message: `${commitment.who} ${meeting.date === undefined ? "took this on" : `took this on ${dayWords(meeting.date)}`}: ${quoted(commitment.what)}.${commitment.due === undefined ? "" : ` It was due ${dayWords(commitment.due)}.`} It is not on this agenda yet.`,
  }));
}

interface Due {
  readonly commitment: Commitment;
  readonly meeting: CoverageMeeting;
  /** What later meetings said from the due day on. */
  readonly later: readonly string[];
}

function dueOf(past: readonly CoverageMeeting[], date: string | undefined): Due[] {
  const recent = past.slice(-MEETINGS);
  const all = recent.flatMap((meeting, at) =>
    meeting.commitments.flatMap((commitment): Due[] => {
      const { due } = commitment;
      // Without a day it was meant for the next meeting.
      if (due === undefined ? at < recent.length - 1 : date !== undefined && due > date) return [];
      const later = recent
        .slice(at + 1)
        .filter((after) => due === undefined || after.date === undefined || after.date >= due);
      return [
        {
          commitment,
          meeting,
          later: later.flatMap(({ tags, commitments }) => [
            ...tags.map(({ text }) => text),
            ...commitments.map(({ what }) => what),
          ]),
        },
      ];
    }),
  );
  return all.sort((a, b) => ((a.commitment.due ?? "9") > (b.commitment.due ?? "9") ? -1 : 1));
}

/** Words that tell no promise from another. */
const SMALL = new Set(words.small);

/** Words that carry what a commitment is about, by their beginnings. */
function stems(text: string): string[] {
  return [
    ...new Set(
      plain(text)
        .split(" ")
        .filter((word) => word.length > 2 && !SMALL.has(word) && !/^\d/.test(word))
        .map((word) => word.replace(/(?:ing|ed|es|s)$/, "").slice(0, 6)),
    ),
  ];
}

/** Whether a line speaks of what somebody promised: half of its words, or the person and one of them. */
function mentions(text: string, { what, who }: Commitment): boolean {
  const here = new Set(stems(text));
  const names = new Set(stems(who));
  const wanted = stems(what).filter((stem) => !names.has(stem));
  if (wanted.length === 0) return [...names].some((name) => here.has(name));
  const shared = wanted.filter((stem) => here.has(stem));
  if (shared.length > 0 && [...names].some((name) => here.has(name))) return true;
  return shared.length >= 3 || (shared.length * 2 >= wanted.length && shared.some(({ length }) => length >= TELLING));
}

/** A word that has so many letters says what it is about. */
const TELLING = 5;

/** The promise without the name in front of it and without its day. */
function withoutWho({ who, what }: Commitment): string {
  const bare = what.startsWith(who.split(", ")[0] ?? who) ? what.replace(/^[^:]{1,60}?(?::| to | will )\s*/, "") : what;
  return (
    bare.replace(/,? ?\b(?:by|due|for|on) (?:\p{L}+ )?[\d/.-]+(?:st|nd|rd|th)?(?: \p{L}{3,9})?\.?$/u, "").trim() || what
  );
}
