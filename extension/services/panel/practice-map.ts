import {
  coverageOf,
  headingPaths,
  type Rubric,
  type Stance,
  type Tag,
  type TaggedNotes,
  type Tier,
  templateLines,
} from "../../../core/index";
import type { Place } from "../../protocol";
import { dated, type MeetingPart, notesOf, type PanelLine, panelLines } from "./panel-lines";
import type { OpenedDocument } from "./source";

/** A line behind a cell of the map. */
export interface MapLine {
  readonly place: Place;
  readonly title: string;
  readonly date?: string;
  /** Position in its document, from 0. */
  readonly at: number;
  readonly text: string;
  readonly stance: Stance;
  readonly tier: Tier;
}

/** One practice on the map. */
export interface MapCell {
  readonly code: string;
  readonly title: string;
  /** What shows in the meeting that is looked at: the strongest of what its lines say. */
  readonly state: "seen" | "planned" | "contrary" | "suggested" | "not yet seen";
  readonly here: readonly MapLine[];
  /** Of those in `here`, the lines that count: found or confirmed. */
  readonly counted: number;
  /** Lines that count in meetings of days before. Where the meeting that is looked at has no day, in all that have one. */
  readonly earlier: readonly MapLine[];
}

/** A dimension with its practices. */
export interface MapRow {
  readonly key: string;
  readonly title: string;
  readonly position: number;
  readonly cells: readonly MapCell[];
}

interface Looked {
  readonly document: OpenedDocument;
  readonly lines: readonly PanelLine[];
  /** The meeting looked at; absent: the whole document. */
  readonly part: MeetingPart | undefined;
}

/** The map of practices: in the meeting that is looked at, and in the earlier ones that are kept. */
export function practiceMap(
  { document, lines, part }: Looked,
  others: readonly OpenedDocument[],
  rubric: Rubric,
  shown: readonly string[],
): MapRow[] {
  const codes = new Set(rubric.indicators.map(({ code }) => code));
  const sources = [
    { document, lines },
    ...others.map((other) => ({ document: other, lines: panelLines(other, codes) })),
  ];
  const coverage = coverageOf(
    sources.map((source, n) => ({ source: String(n), tagged: taggedNotes(source.document, source.lines) })),
    rubric,
  );
  const own = coverage.meetings.filter(({ source }) => source === "0");
  const day = part ? part.date : own.findLast(({ date }) => date)?.date;
  const here = new Map<string, MapLine[]>();
  const earlier = new Map<string, MapLine[]>();
  for (const { source, title, date, tags } of coverage.meetings) {
    const about = sources[Number(source)]?.document.about;
    if (!about) continue;
    for (const { indicator, line, text, stance, tier } of tags) {
      const isHere = source === "0" && (!part || (line >= part.from && line < part.to));
      if (!isHere && (date === undefined || (day !== undefined && date >= day))) continue;
      const list = isHere ? here : earlier;
      const row: MapLine = {
        place: { document: about.document, tab: about.tab },
        ...{ title, at: line, text, stance, tier },
        ...(date === undefined ? {} : { date }),
      };
      list.set(indicator, [...(list.get(indicator) ?? []), row]);
    }
  }
  return rubric.dimensions.flatMap(({ key, title }, position) =>
    shown.includes(key)
      ? [
          {
            ...{ key, title, position },
            cells: rubric.indicators
              .filter(({ dimension }) => dimension === key)
              .map(({ code, title: name }) => cell(code, name, here.get(code) ?? [], earlier.get(code) ?? [])),
          },
        ]
      : [],
  );
}

function cell(code: string, title: string, here: readonly MapLine[], earlier: readonly MapLine[]): MapCell {
  const found = here.filter(({ tier }) => tier === "found");
  const has = (stance: Stance) => found.some((line) => line.stance === stance);
  const state = has("evidenced")
    ? "seen"
    : has("planned")
      ? "planned"
      : has("contrary")
        ? "contrary"
        : here.length > 0
          ? "suggested"
          : "not yet seen";
  return { code, title, state, here, counted: found.length, earlier: earlier.filter(({ tier }) => tier === "found") };
}

/** A document with what people decided, as the core counts it. */
export function taggedNotes(document: OpenedDocument, lines: readonly PanelLine[]): TaggedNotes {
  const notes = dated(notesOf(document));
  return {
    notes,
    type: document.about.type,
    tags: lines.map(({ tags }) =>
      tags
        .filter(({ standing }) => standing?.decision.verdict !== "reject")
        // Who made a tag does not change how it is counted.
        .map(({ standing: _, ...tag }): Tag => ({ ...tag, reader: "compact" })),
    ),
    headings: headingPaths(notes.lines),
    template: templateLines(notes.lines),
    votes: 0,
  };
}
