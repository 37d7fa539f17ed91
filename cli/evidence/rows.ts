import type { AdaptedRubric, CoverageMeeting, CoverageTag } from "../../core/index";
import { isDay } from "../outputs/wording";

/** One row of the table `evidence`: a tag with its line and its meeting. */
export interface EvidenceRow {
  readonly team: string;
  readonly document: string;
  /** The document and the number of the meeting in it, from 1: `notes.md#1`. */
  readonly meeting_id: string;
  /** `YYYY-MM-DD` */
  readonly meeting_date: string | null;
  readonly meeting_title: string;
  readonly meeting_type: string;
  /** Line of the document, from 1. */
  readonly line: number;
  /** Headings above the line, outermost first, parted by " › "; null where words are left out. */
  readonly headings: string | null;
  readonly quote: string | null;
  readonly indicator: string;
  readonly dimension: string;
  readonly stance: string;
  readonly confidence: number;
  readonly tier: string;
  readonly reader: string;
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

/** One row of the table `indicators`: what the rubric asks for, so that what is not yet seen can be told. */
export interface IndicatorRow {
  readonly rubric_id: string;
  readonly rubric_version: string;
  /** Position in the rubric, from 1. */
  readonly place: number;
  readonly indicator: string;
  readonly title: string;
  readonly dimension: string;
  readonly dimension_title: string;
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

/** The row of a tag. */
export function evidenceRow(meeting: MeetingRow, tag: CoverageTag, dimension: string, words: boolean): EvidenceRow {
  const { lines: _, rubric_id, rubric_version, ...rest } = meeting;
  return {
    ...rest,
    line: tag.line + 1,
    headings: words ? storable(tag.headings.join(" › ")) : null,
    quote: words ? storable(tag.text) : null,
    indicator: tag.indicator,
    dimension,
    stance: tag.stance,
    confidence: tag.confidence,
    tier: tag.tier,
    reader: tag.reader,
    rubric_id,
    rubric_version,
  };
}

/** The rows of a rubric, in its order. */
export function indicatorRows(rubric: AdaptedRubric): IndicatorRow[] {
  const titles = new Map(rubric.dimensions.map(({ key, title }) => [key, title]));
  return rubric.indicators.map(({ code, title, dimension }, at) => ({
    rubric_id: rubric.id,
    rubric_version: rubric.version,
    place: at + 1,
    indicator: code,
    title,
    dimension,
    dimension_title: titles.get(dimension) ?? dimension,
  }));
}

/** Databases refuse a day that is not in the calendar, and days before the year 1. */
const storableDay = (day: string | undefined): string | null => (isDay(day) && day >= "0001" ? day : null);

/** UTF-16 units of a text that are kept, as of the quote of a decision. */
const LONGEST = 2000;

/** Databases refuse halves of surrogate pairs and the character 0, and with them the whole file. */
function storable(text: string): string {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  // A quick look first, which most texts do not need more than.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what databases refuse.
  return SUSPECT.test(short) ? short.replace(/\p{Cs}|\u0000/gu, "\ufffd") : short;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what databases refuse.
const SUSPECT = /[\u0000\ud800-\udfff]/;
