import { join } from "node:path";
import type { Said, SeenLine, Stance, TaggedNotes } from "../../../core/index";
import { type GoldMeeting, listGold, teamOf } from "../../../training/gold";

/** Teams with words of their own, none of whose meetings the model has seen; their meetings by date. */
export const teams = new Map<string, GoldMeeting[]>();
for (const meeting of listGold(join(import.meta.dirname, "../../corpus/test"))) {
  const team = teamOf(meeting.name);
  if (/^y\d+[a-z]$/.test(team)) teams.set(team, [...(teams.get(team) ?? []), meeting]);
}

type Labels = ReadonlyMap<string, Stance>;

/** How a team goes through its meetings: what it says of each suggestion, and what else it adds to a line. */
export interface Habits {
  /** What it says of one suggestion; its stance where it stands by one. */
  judge(code: string, labels: Labels): Said;
  add(labels: Labels): readonly (readonly [string, Said])[];
}

/** A team that agrees with what is right, mends stances, and adds what is missing. */
export const careful: Habits = {
  judge: (code, labels) => ({ shows: labels.has(code), stance: labels.get(code) }),
  add: (labels) => [...labels].map(([code, stance]) => [code, { shows: true, stance }]),
};

/** What a team decides that goes through the suggestions of each line. */
export function decidedOn(meeting: GoldMeeting, tagged: TaggedNotes, { judge, add }: Habits): SeenLine[] {
  const { notes, tags, type, template, headings } = tagged;
  return notes.lines.flatMap((line, at) => {
    if (line.kind === "heading" || template[at]) return [];
    const labels = (meeting.lines[at]?.labels ?? new Map()) as Labels;
    const decided = new Map(add(labels));
    for (const { indicator, reader } of tags[at] ?? [])
      decided.set(indicator, { ...judge(indicator, labels), deep: reader === "deep" });
    return [{ line, headings: headings[at] ?? [], type, meeting: meeting.name, decided }];
  });
}

/** F1 of tagged meetings, and the share of the right tags that have the right stance. */
export function qualityOf(pairs: readonly (readonly [TaggedNotes, GoldMeeting])[]): { f1: number; stance: number } {
  const count = { right: 0, said: 0, given: 0, stance: 0 };
  for (const [{ tags }, meeting] of pairs) {
    meeting.lines.forEach(({ labels }, at) => {
      count.given += labels.size;
      for (const { indicator, stance } of tags[at] ?? []) {
        count.said++;
        if (labels.has(indicator)) count.right++;
        if (labels.get(indicator) === stance) count.stance++;
      }
    });
  }
  return { f1: (2 * count.right) / (count.said + count.given), stance: count.stance / count.right };
}
