import type { HeadingPath } from "../notes/headings";
import { splitMeetings } from "../notes/meetings";
import type { Line, NotesType } from "../notes/notes";
import { canRepeat } from "../notes/template";
import type { Rubric } from "../rubric/rubric";
import type { Tag } from "../tagger/tag";
import type { TaggedNotes } from "../tagger/tagger";
import { type Commitment, commitmentIn } from "./commitments";
import { type Totals, totalsOf } from "./totals";

export type { Commitment, Totals };

/** A tag together with the line it stands on. */
export interface CoverageTag extends Tag {
  /** Index of the line in its source file, from 0. */
  readonly line: number;
  readonly text: string;
  /** Headings above the line, outermost first. */
  readonly headings: readonly string[];
}

/** One meeting and what shows in it. */
export interface CoverageMeeting {
  readonly title: string;
  /** `YYYY-MM-DD`; absent where the notes carry no date. */
  readonly date?: string;
  /** Where it was read from, as the caller names it: a file path, a document id. */
  readonly source: string;
  readonly type: NotesType;
  /** Lines that can carry evidence: not headings, not empty, not printed template text. */
  readonly lines: number;
  readonly tags: readonly CoverageTag[];
  readonly commitments: readonly Commitment[];
}

/** Which indicators show in a team's meetings, when, and in which lines. Order of the input does not matter. */
export interface Coverage {
  readonly version: 1;
  readonly rubric: { readonly id: string; readonly version: string };
  readonly team?: string;
  /** By date, undated last; then by title and source. */
  readonly meetings: readonly CoverageMeeting[];
  readonly totals: {
    readonly indicators: Readonly<Record<string, Totals>>;
    readonly dimensions: Readonly<Record<string, Totals>>;
  };
}

/** One tagged document and where it came from. */
export interface CoverageSource {
  readonly source: string;
  readonly tagged: TaggedNotes;
}

/** Meetings of a team that must hold the very same line before it is taken for print. */
export const PRINTED_IN = 3;

/** Counts what shows. A running log gives as many meetings as it holds; text printed on every sheet is not counted. */
export function coverageOf(sources: readonly CoverageSource[], rubric: Rubric, team?: string): Coverage {
  const parts = sources.flatMap(partsOf);
  const printed = printedTexts(parts);
  const meetings = parts.map((part) => meetingOf(part, printed)).sort(byDate);
  return {
    version: 1,
    rubric: { id: rubric.id, version: rubric.version },
    ...(team === undefined ? {} : { team }),
    meetings,
    totals: totalsOf(meetings, rubric),
  };
}

/** One meeting of a tagged document, not yet counted. */
export interface Part {
  readonly source: string;
  readonly title: string;
  readonly date: string | undefined;
  readonly type: NotesType;
  readonly from: number;
  readonly lines: readonly Line[];
  readonly tags: readonly (readonly Tag[])[];
  readonly headings: readonly HeadingPath[];
  readonly template: readonly boolean[];
}

/** The meetings of a document, in the order in which they stand there. */
export function partsOf({ source, tagged }: CoverageSource): Part[] {
  return splitMeetings(tagged.notes).map(({ from, notes }) => {
    const to = from + notes.lines.length;
    return {
      source,
      from,
      title: notes.title?.trim() || source,
      date: notes.date,
      type: tagged.type,
      lines: notes.lines,
      tags: tagged.tags.slice(from, to),
      headings: tagged.headings.slice(from, to),
      template: tagged.template.slice(from, to),
    };
  });
}

/** Longer lines that stand word for word in several meetings. */
function printedTexts(parts: readonly Part[]): ReadonlySet<string> {
  const meetings = new Map<string, number>();
  for (const { lines } of parts) {
    for (const text of new Set(lines.filter(canRepeat).map((line) => line.text)))
      meetings.set(text, (meetings.get(text) ?? 0) + 1);
  }
  return new Set([...meetings].filter(([, count]) => count >= PRINTED_IN).map(([text]) => text));
}

/** What shows in one meeting, when the texts that are print are known. */
export function meetingOf(part: Part, printed: ReadonlySet<string>): CoverageMeeting {
  const tags: CoverageTag[] = [];
  const commitments: Commitment[] = [];
  let lines = 0;
  part.lines.forEach((line, at) => {
    if (line.kind === "heading" || !line.text || part.template[at] || printed.has(line.text)) return;
    lines++;
    const headings = part.headings[at] ?? [];
    for (const tag of part.tags[at] ?? []) tags.push({ ...tag, line: part.from + at, text: line.text, headings });
    const commitment = commitmentIn(line, part.from + at, headings, part.date);
    if (commitment) commitments.push(commitment);
  });
  const { title, date, source, type } = part;
  return { title, ...(date === undefined ? {} : { date }), source, type, lines, tags, commitments };
}

function byDate(a: CoverageMeeting, b: CoverageMeeting): number {
  return (
    compare(a.date ?? "9999-99-99", b.date ?? "9999-99-99") ||
    compare(a.title, b.title) ||
    compare(a.source, b.source) ||
    compare(firstLine(a), firstLine(b)) ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}

const firstLine = ({ tags }: CoverageMeeting): number => tags[0]?.line ?? -1;
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
