import { createTagger, notesFromJson, plcRubric, streamedMeetings, type Tagger } from "../core/index";

/** One meeting of a document, in the shape that `plumbline.tag` returns in SQL. Texts that are print are told apart there. */
export interface TaggedMeeting {
  /** Which meeting of the document it is, from 1. */
  readonly number: number;
  /** `YYYY-MM-DD` */
  readonly meeting_date: string | null;
  /** Empty where the notes have none. */
  readonly meeting_title: string;
  readonly meeting_type: string;
  readonly lines: number;
  readonly repeatable: readonly { readonly text: string; readonly lines: number }[];
  readonly tags: readonly TaggedLine[];
}

/** One tag with its line. */
export interface TaggedLine {
  /** Line of the document, from 1. */
  readonly line: number;
  readonly headings: string;
  readonly quote: string;
  readonly indicator: string;
  readonly dimension: string;
  readonly stance: string;
  readonly confidence: number;
  readonly tier: string;
  readonly reader: string;
}

/** Made with the first row, and kept for all rows that this engine is given. */
let tagger: Tagger | undefined;
const dimensions = new Map(plcRubric.indicators.map(({ code, dimension }) => [code, dimension]));

/** The meetings of one document in Notes JSON with their tags, by the built-in rubric; null where it cannot be read. */
export function tag(notesJson: string | null): TaggedMeeting[] | null {
  const read = notesFromJson(notesJson ?? "");
  if (!read.ok) return null;
  tagger ??= createTagger(plcRubric);
  return streamedMeetings({ source: "", tagged: tagger.tag(read.notes) }).map(({ meeting, repeatable }, at) => ({
    number: at + 1,
    meeting_date: meeting.date ?? null,
    meeting_title: meeting.title,
    meeting_type: meeting.type,
    lines: meeting.lines,
    repeatable: [...repeatable].map(([text, lines]) => ({ text, lines })),
    tags: meeting.tags.map((found) => ({
      line: found.line + 1,
      headings: found.headings.join(" › "),
      quote: found.text,
      indicator: found.indicator,
      dimension: dimensions.get(found.indicator) ?? "",
      stance: found.stance,
      confidence: found.confidence,
      tier: found.tier,
      reader: found.reader,
    })),
  }));
}

/** Why a document cannot be read and what to do about it; null where it can. */
export function problem(notesJson: string | null): string | null {
  const read = notesFromJson(notesJson ?? "");
  return read.ok ? null : `${read.problem} ${read.remedy}`;
}

/** Id and version of the rubric that the tags speak of, and its practices in order. */
export function indicators(): readonly {
  readonly rubric_id: string;
  readonly rubric_version: string;
  readonly place: number;
  readonly indicator: string;
  readonly title: string;
  readonly dimension: string;
  readonly dimension_title: string;
}[] {
  const titles = new Map(plcRubric.dimensions.map(({ key, title }) => [key, title]));
  return plcRubric.indicators.map(({ code, title, dimension }, at) => ({
    rubric_id: plcRubric.id,
    rubric_version: plcRubric.version,
    place: at + 1,
    indicator: code,
    title,
    dimension,
    dimension_title: titles.get(dimension) ?? dimension,
  }));
}
