import {
  createTagger,
  type IndicatorRow,
  indicatorRows,
  notesFromJson,
  plcRubric,
  storable,
  storableDay,
  streamedMeetings,
  type TagColumns,
  type Tagger,
  tagColumns,
} from "../core/index";

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
  readonly tags: readonly TagColumns[];
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
    meeting_date: storableDay(meeting.date),
    meeting_title: storable(meeting.title),
    meeting_type: meeting.type,
    lines: meeting.lines,
    repeatable: [...repeatable].map(([text, lines]) => ({ text: storable(text), lines })),
    tags: meeting.tags.map((found) => tagColumns(found, dimensions.get(found.indicator) ?? "")),
  }));
}

/** Why a document cannot be read and what to do about it; null where it can. */
export function problem(notesJson: string | null): string | null {
  const read = notesFromJson(notesJson ?? "");
  return read.ok ? null : `${read.problem} ${read.remedy}`;
}

/** The built-in rubric's practices in order, with its id and version. */
export const indicators = (): readonly IndicatorRow[] => indicatorRows(plcRubric);
