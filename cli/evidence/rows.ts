import {
  type AdaptedRubric,
  type CoverageMeeting,
  type CoverageTag,
  storable,
  storableDay,
  type TagColumns,
  tagColumns,
} from "../../core/index";

/** One row of the table `evidence`: a tag with its line and its meeting. */
export interface EvidenceRow extends Omit<TagColumns, "headings" | "quote"> {
  readonly team: string;
  readonly document: string;
  /** The document and the number of the meeting in it, from 1: `notes.md#1`. */
  readonly meeting_id: string;
  /** `YYYY-MM-DD` */
  readonly meeting_date: string | null;
  readonly meeting_title: string;
  readonly meeting_type: string;
  /** Null where words are left out. */
  readonly headings: string | null;
  readonly quote: string | null;
  readonly rubric_id: string;
  readonly rubric_version: string;
}

/** One row of the table `meetings`: every meeting that was read, those without evidence too. */
export interface MeetingRow {
  readonly team: string;
  readonly document: string;
  readonly meeting_id: string;
  readonly meeting_date: string | null;
  readonly meeting_title: string;
  readonly meeting_type: string;
  /** Lines that can carry evidence. */
  readonly lines: number;
  readonly rubric_id: string;
  readonly rubric_version: string;
}

/** The row of a meeting, with all its lines. `number` counts the meetings of the document from 1. */
export function meetingRow(team: string, meeting: CoverageMeeting, number: number, rubric: AdaptedRubric): MeetingRow {
  return {
    team: storable(team),
    document: storable(meeting.source),
    meeting_id: `${storable(meeting.source)}#${number}`,
    meeting_date: storableDay(meeting.date),
    meeting_title: storable(meeting.title),
    meeting_type: meeting.type,
    lines: meeting.lines,
    rubric_id: rubric.id,
    rubric_version: rubric.version,
  };
}

/** The row of a tag; without `words`, neither the line nor its headings. */
export function evidenceRow(meeting: MeetingRow, tag: CoverageTag, dimension: string, words: boolean): EvidenceRow {
  const { lines: _, rubric_id, rubric_version, ...rest } = meeting;
  const columns = tagColumns(tag, dimension);
  return { ...rest, ...columns, ...(words ? {} : { headings: null, quote: null }), rubric_id, rubric_version };
}
