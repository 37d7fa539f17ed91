import {
  type DecidedTag,
  type Decision,
  decidedTags,
  headOf,
  type Meeting,
  type Notes,
  type Standing,
  splitMeetings,
  standingOf,
} from "../../../core/index";
import type { StoredLine } from "../../db";
import type { OpenedDocument } from "./source";

/** A line as the panel shows it. */
export interface PanelLine {
  readonly id: number;
  /** Position in the document, from 0. */
  readonly at: number;
  readonly line: StoredLine;
  /** Suggestions with what people made of them; rejected ones too. */
  readonly tags: readonly DecidedTag[];
  /** Came, or was changed, since a person last looked. */
  readonly isNew: boolean;
  /** The nearest heading above it; "" where there is none. */
  readonly heading: string;
}

/** The line with these words: the one that stands at `at`, from 0, or else the first. */
export const lineWith = (lines: readonly PanelLine[], at: number, text: string): PanelLine | undefined =>
  lines[at]?.line.text === text ? lines[at] : lines.find(({ line }) => line.text === text);

/** Decisions that cannot find their line any more, by the words they were made on. */
export interface LostLine {
  readonly quote: string;
  readonly standing: readonly Standing[];
}

/** Lays what people decided over the lines of a document. Tags of hidden dimensions and of unknown indicators are left out. */
export function panelLines(
  { about, lines, decisions, placements }: OpenedDocument,
  shown: ReadonlySet<string>,
  seenLine: number | undefined = about.seenLine,
): PanelLine[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const byLine = new Map<number, Decision[]>();
  for (const { id, line } of placements) {
    const decision = byId.get(id);
    if (line === undefined || !decision) continue;
    const here = byLine.get(line);
    if (here) here.push(decision);
    else byLine.set(line, [decision]);
  }
  let above = "";
  return lines.map((line, at) => {
    const heading = above;
    if (line.kind === "heading" && line.text) above = line.text;
    const decided = decidedTags(line.tags, standingOf(byLine.get(line.id) ?? []));
    return {
      id: line.id,
      at,
      line,
      tags: decided.filter(({ indicator }) => shown.has(indicator)),
      isNew: seenLine !== undefined && (line.since ?? line.id) > seenLine,
      heading,
    };
  });
}

/** The decisions that have lost their line and were not taken back, together where they were made on the same words. */
export function lostLines({ decisions, placements }: OpenedDocument): LostLine[] {
  const lost = new Set(placements.filter(({ line }) => line === undefined).map(({ id }) => id));
  const byQuote = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (!lost.has(decision.id)) continue;
    byQuote.set(decision.quote, [...(byQuote.get(decision.quote) ?? []), decision]);
  }
  return [...byQuote]
    .map(([quote, here]) => ({ quote, standing: standingOf(here) }))
    .filter(({ standing }) => standing.length > 0);
}

/** The document as the core knows it. */
export function notesOf({ about, lines }: OpenedDocument): Notes {
  const { title, date, type } = about;
  return { title, ...(date === undefined ? {} : { date }), type, lines };
}

/** The page tells no day of the meeting: it is read off the head, so that it is known what was before and what is due. */
export function dated(notes: Notes): Notes {
  const { date = headOf(notes.lines, notes.title ?? "", undefined).date } = notes;
  return date === undefined ? notes : { ...notes, date };
}

/** A stretch of a document that is one meeting: from line `from` up to, but not with, line `to`. */
export interface MeetingPart {
  readonly from: number;
  readonly to: number;
  readonly date?: string;
  readonly title: string;
}

/** The meetings that a document holds, in its order. */
export function meetingParts(notes: Notes): MeetingPart[] {
  const meetings: readonly Meeting[] = splitMeetings(notes);
  return meetings.map(({ from, notes: { date, title, lines } }) => ({
    from,
    to: from + lines.length,
    ...(date === undefined ? {} : { date }),
    title: title ?? "",
  }));
}

/** Position of the meeting with the latest day; the first where none has a day. */
export function latestMeeting(parts: readonly MeetingPart[]): number {
  return parts.reduce((latest, { date = "" }, at) => (date > (parts[latest]?.date ?? "") ? at : latest), 0);
}
