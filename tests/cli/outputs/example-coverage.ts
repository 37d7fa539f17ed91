import type { Coverage, CoverageMeeting, CoverageTag, Totals } from "../../../core/coverage/coverage";
import type { Stance } from "../../../core/tagger/tag";
import { exampleLines } from "./example-lines";
import { exampleRubric } from "./example-rubric";

/** Makes a coverage with totals as core counts them, in the order core gives its meetings. */
export function coverageOf(meetings: readonly CoverageMeeting[], team = "Grade 4 team, Elm Street School"): Coverage {
  const key = ({ date, title, source }: CoverageMeeting) => `${date ?? "9999"} ${title} ${source}`;
  const sorted = [...meetings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const { indicators, dimensions } = exampleRubric;
  return {
    version: 1,
    rubric: { id: "plc", version: "1.0.0" },
    team,
    meetings: sorted,
    totals: {
      indicators: Object.fromEntries(indicators.map(({ code }) => [code, totalsOf(sorted, (tag) => tag === code)])),
      dimensions: Object.fromEntries(
        dimensions.map((dimension) => [dimension.key, totalsOf(sorted, (tag) => tag.startsWith(dimension.key))]),
      ),
    },
  };
}

function totalsOf(meetings: readonly CoverageMeeting[], wanted: (code: string) => boolean): Totals {
  const tags = meetings.flatMap((meeting) =>
    meeting.tags.filter((tag) => wanted(tag.indicator)).map((tag) => ({ ...tag, meeting })),
  );
  const found = tags.filter(({ tier }) => tier === "found");
  const by = (stance: Stance) => found.filter((tag) => tag.stance === stance);
  const days = by("evidenced")
    .flatMap(({ meeting }) => meeting.date ?? [])
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return {
    evidenced: by("evidenced").length,
    planned: by("planned").length,
    contrary: by("contrary").length,
    suggested: tags.length - found.length,
    meetings: new Set(found.filter(({ stance }) => stance !== "contrary").map(({ meeting }) => meeting)).size,
    ...(first && last ? { firstSeen: first, lastSeen: last } : {}),
    state: by("evidenced").length > 0 ? "seen" : by("planned").length > 0 ? "planned" : "not yet seen",
  };
}

/** One tag on a line of its own; the evidence is where `words` stand in the text. */
export function tagOf(
  text: string,
  indicator: string,
  more: Partial<CoverageTag> & { words?: string } = {},
): CoverageTag {
  const { words = text, ...rest } = more;
  const start = Math.max(0, text.indexOf(words));
  return {
    line: 0,
    text,
    headings: [],
    indicator,
    stance: "evidenced",
    confidence: 0.86,
    tier: "found",
    evidence: [[start, start + words.length]],
    why: "The line says that the team did this.",
    reader: "compact",
    ...rest,
  };
}

/** One meeting; give only what the test is about. */
export function meetingOf(more: Partial<CoverageMeeting> = {}): CoverageMeeting {
  return {
    title: "Grade 4 team meeting",
    date: "2025-10-12",
    source: "notes/2025-10-12.docx",
    type: "minutes",
    lines: 24,
    tags: [],
    commitments: [],
    ...more,
  };
}

/** A school year of weekly meetings with realistic lines; the same for the same arguments. */
export function exampleCoverage(meetings = 26, { dated = true, weeks = 1.5 } = {}): Coverage {
  const random = generator(meetings);
  const start = Date.UTC(2025, 8, 3);
  return coverageOf(
    Array.from({ length: meetings }).map((_, index) => {
      const date = new Date(start + Math.round(index * weeks * 7) * 86_400_000).toISOString().slice(0, 10);
      const type = index % 4 === 3 ? "agenda" : "minutes";
      const title = type === "agenda" ? "Agenda: Grade 4 team" : "Grade 4 team meeting";
      return {
        ...(dated ? { date } : {}),
        title: dated ? title : `${title} ${index + 1}`,
        source: `notes/${dated ? date : index + 1}-grade-4.docx`,
        type,
        lines: 18 + Math.floor(random() * 20),
        tags: tagsOfMeeting(random, type === "agenda"),
        commitments:
          type === "minutes" && random() > 0.3
            ? [{ who: "Priya", what: "exit slips for unit 3 in the shared folder", due: "2025-10-12", line: 19 }]
            : [],
      };
    }),
  );
}

function tagsOfMeeting(random: () => number, agenda: boolean): readonly CoverageTag[] {
  const chosen = exampleLines.filter(({ often }) => random() < often * (agenda ? 0.4 : 1));
  return chosen.map(({ code, stance, text, words, heading }, index) => {
    const confidence = Math.round((0.45 + random() * 0.54) * 100) / 100;
    return tagOf(text, code, {
      words,
      line: 4 + index * 2,
      headings: heading ? ["Grade 4 team meeting", heading] : ["Grade 4 team meeting"],
      stance: agenda ? "planned" : stance,
      confidence,
      tier: confidence < 0.6 ? "suggested" : "found",
      why: `“${words}”${heading ? ` under “${heading}”` : ""} reads like ${code}.`,
    });
  });
}

/** Mulberry32, so that examples never change from run to run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
