import fc from "fast-check";
import {
  type CoverageSource,
  headingPaths,
  type Line,
  type Notes,
  type NotesType,
  plcRubric,
  type Tag,
} from "../../../core/index";

export const codes: readonly string[] = plcRubric.indicators.map(({ code }) => code);

/** A tag, made by hand, so that no test hangs on what the model finds. */
export const tagOf = (indicator: string, more: Partial<Tag> = {}): Tag => ({
  indicator,
  stance: "evidenced",
  confidence: 0.9,
  tier: "found",
  evidence: [[0, 1]],
  why: "Made by hand.",
  reader: "compact",
  ...more,
});

export const heading = (text: string, depth = 1): Line => ({ kind: "heading", text, depth });
export const bullet = (text: string): Line => ({ kind: "bullet", text });

/** What a made document may say beside its lines. */
export interface Made extends Omit<Notes, "lines" | "type"> {
  readonly source?: string;
  readonly type?: NotesType;
  /** Which lines are printed, by their index. */
  readonly template?: readonly number[];
}

/** A tagged document made by hand: each line with its tags. */
export function documentOf(
  lines: readonly (Line | readonly [Line, ...Tag[]])[],
  { source = "notes.md", type = "minutes", template = [], ...rest }: Made = {},
): CoverageSource {
  const rows = lines.map((row) => ("kind" in row ? ([row] as const) : row));
  const notes: Notes = { ...rest, lines: rows.map(([line]) => line) };
  return {
    source,
    tagged: {
      notes,
      type,
      tags: rows.map(([, ...tags]) => tags),
      headings: headingPaths(notes.lines),
      template: rows.map((_, at) => template.includes(at)),
      votes: 0,
    },
  };
}

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "Start on time, assume good will",
      "Please hand this form to the office",
      "norms reviewed",
      "Ana: bring slips by 1/9",
    ),
  },
);

const lines = fc.oneof(
  { weight: 6, arbitrary: texts.map(bullet) },
  { weight: 1, arbitrary: fc.constantFrom("Next steps", "Data", "PLC").map((text) => heading(text, 2)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("Wed 10/8", "Wed 10/22/2025", "Wed 11/5", "Wed 12/17", "Wed 1/7")
      .map((text) => heading(text)),
  },
  { weight: 1, arbitrary: texts.map((text): Line => ({ kind: "para", text })) },
);

const tags = fc.uniqueArray(
  fc.record({
    indicator: fc.constantFrom(...codes),
    stance: fc.constantFrom("evidenced", "planned", "contrary"),
    tier: fc.constantFrom("found", "suggested"),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => Math.round(share * 100) / 100),
  }),
  { maxLength: 3, selector: ({ indicator }) => indicator },
);

/** Any document: one meeting or a running log, dated or not, with any tags. */
export const anyDocument: fc.Arbitrary<CoverageSource> = fc
  .record({
    rows: fc.array(fc.tuple(lines, tags), { maxLength: 14 }),
    template: fc.array(fc.nat({ max: 13 }), { maxLength: 2 }),
    source: fc.constantFrom("a.md", "b.docx", "c/d.txt"),
    title: fc.constantFrom(undefined, "", "PLC", "Team log"),
    date: fc.constantFrom(undefined, "2025-09-03", "2025-10-08", "2026-01-07"),
    type: fc.constantFrom<NotesType>("agenda", "minutes"),
  })
  .map(({ rows, title, date, ...made }) =>
    documentOf(
      rows.map(([line, found]) => [line, ...found.map(({ indicator, ...more }) => tagOf(indicator, more))] as const),
      { ...made, ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) },
    ),
  );
