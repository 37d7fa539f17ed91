import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Stance } from "../core/index";
import { type GoldMeeting, listGold } from "../training/gold";
import { countsOf, sumOf } from "./counts";
import { type Figure, withIntervals } from "./resampling";
import { scoresOf } from "./scores";
import { type Claim, judge } from "./verdicts";

/** How far two people who label by the same codebook, each alone, agree. */
export interface Agreement {
  readonly meetings: number;
  readonly lines: number;
  readonly firstLabels: number;
  readonly secondLabels: number;
  readonly f1: Figure;
  readonly stanceAccuracy: Figure;
  /** Files that a second coder labelled and that the corpus does not hold. */
  readonly unknown: readonly string[];
}

const STANCE: Readonly<Record<string, Stance>> = { "+": "evidenced", ">": "planned", "-": "contrary" };

/**
 * Holds the second coder's labels (`second-coding/labels.tsv`) against the first's; `undefined` where there are none. Where the two
 * were settled afterwards, the corpus holds what was settled, and `second-coding/first.tsv` what the first coder had said.
 * A meeting in which the second coder found nothing leaves no row there, and so is not counted.
 */
export function agreementOf(corpus: string): Agreement | undefined {
  const path = join(corpus, "second-coding/labels.tsv");
  if (!existsSync(path)) return undefined;
  const second = readCoding(path);
  const settled = join(corpus, "second-coding/first.tsv");
  const first = existsSync(settled) ? readCoding(settled) : new Map<string, Map<number, readonly Claim[]>>();
  const meetings = listGold(corpus)
    .filter(({ name }) => second.has(basename(name)))
    .map((meeting) => asCodedFirst(meeting, first.get(basename(meeting.name))));
  if (meetings.length === 0) return undefined;
  const counts = meetings.map((meeting) => {
    const rows = second.get(basename(meeting.name));
    return countsOf(
      judge(
        meeting,
        meeting.lines.map((_, row) => rows?.get(row) ?? []),
      ).lines,
    );
  });
  const { f1, stanceAccuracy } = withIntervals(counts, (drawn) => {
    const scores = scoresOf(sumOf(drawn));
    return { f1: scores.f1, stanceAccuracy: scores.stanceAccuracy };
  });
  const known = new Set(meetings.map(({ name }) => basename(name)));
  const tallies = [...sumOf(counts).byCode.values()];
  return {
    meetings: meetings.length,
    lines: meetings.reduce((sum, { lines }) => sum + lines.length, 0),
    firstLabels: tallies.reduce((sum, { right, missed }) => sum + right + missed, 0),
    secondLabels: tallies.reduce((sum, tally) => sum + tally.right + tally.false, 0),
    f1,
    stanceAccuracy,
    unknown: [...second.keys()].filter((file) => !known.has(file)),
  };
}

/** The meeting with the labels that its first coder gave. */
function asCodedFirst(meeting: GoldMeeting, rows: Map<number, readonly Claim[]> | undefined): GoldMeeting {
  if (!rows) return meeting;
  const labelsOf = (row: number) => new Map((rows.get(row) ?? []).map(({ indicator, stance }) => [indicator, stance]));
  return { ...meeting, lines: meeting.lines.map((line, row) => ({ ...line, labels: labelsOf(row) })) };
}

/** By file, then by row: what a coder says. Rows of file, row (from 0, headings counted) and labels, parted by tabs. */
function readCoding(path: string): Map<string, Map<number, readonly Claim[]>> {
  const files = new Map<string, Map<number, readonly Claim[]>>();
  for (const entry of readFileSync(path, "utf8").split("\n")) {
    if (!entry.trim() || entry.startsWith("#")) continue;
    const [file = "", row = "", labels = ""] = entry.split("\t");
    const claims = labels
      .split(/\s+/)
      .filter(Boolean)
      .map((label) => ({ indicator: label.slice(0, 3), stance: STANCE[label[3] ?? ""] as Stance }));
    files.set(file, (files.get(file) ?? new Map()).set(Number(row), claims));
  }
  return files;
}
