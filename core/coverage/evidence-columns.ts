import { isDay } from "../notes/json";
import type { Rubric } from "../rubric/schema";
import type { CoverageTag } from "./coverage";

/** What a row of a database's table `evidence` says of the tag itself. */
export interface TagColumns {
  /** Line of the document, from 1. */
  readonly line: number;
  /** Headings above the line, outermost first, parted by " › ". */
  readonly headings: string;
  readonly quote: string;
  readonly indicator: string;
  readonly dimension: string;
  readonly stance: string;
  readonly confidence: number;
  readonly tier: string;
  readonly reader: string;
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

/** A tag as a database takes it. */
export const tagColumns = (tag: CoverageTag, dimension: string): TagColumns => ({
  line: tag.line + 1,
  headings: storable(tag.headings.join(" › ")),
  quote: storable(tag.text),
  indicator: tag.indicator,
  dimension,
  stance: tag.stance,
  confidence: tag.confidence,
  tier: tag.tier,
  reader: tag.reader,
});

/** The rows of a rubric, in its order. */
export function indicatorRows(rubric: Rubric): IndicatorRow[] {
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
export const storableDay = (day: string | undefined): string | null =>
  day !== undefined && isDay(day) && day >= "0001" ? day : null;

/** UTF-16 units of a text that are kept, as of the quote of a decision. */
const LONGEST = 2000;

/** Databases refuse halves of surrogate pairs and the character 0, and with them the whole file. */
export function storable(text: string): string {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  // A quick look first, which most texts do not need more than.
  return SUSPECT.test(short) ? short.replace(REFUSED, "\ufffd") : short;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what databases refuse.
const SUSPECT = /[\u0000\ud800-\udfff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what databases refuse. Read by characters, only halves are left.
const REFUSED = /[\u0000\ud800-\udfff]/gu;
