import * as z from "zod/mini";
import type { Coverage, CoverageMeeting } from "../../core/index";

const text = z._default(z.string(), "");
const texts = z._default(z.array(z.string()), () => []);

const tag = z.object({
  indicator: z.string(),
  stance: z._default(z.enum(["evidenced", "planned", "contrary"]), "evidenced"),
  tier: z._default(z.enum(["found", "suggested"]), "found"),
  confidence: z._default(z.number(), 1),
  line: z._default(z.number(), 0),
  text,
  headings: texts,
});

const commitment = z.object({
  who: z.string(),
  what: z.string(),
  due: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  line: z._default(z.number(), 0),
});

const meeting = z.object({
  title: text,
  date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  source: text,
  type: z._default(z.enum(["agenda", "minutes"]), "minutes"),
  lines: z._default(z.number(), 0),
  tags: z._default(z.array(tag), () => []),
  commitments: z._default(z.array(commitment), () => []),
});

const coverage = z.object({
  version: z.literal(1),
  rubric: z.object({ id: z.string(), version: z.string() }),
  team: z.optional(z.string()),
  meetings: z.array(meeting),
});

/** The part of a coverage that tells a team's history; totals can be counted again from it. */
export type History = Omit<Coverage, "totals">;

/** Reads a coverage that `plumbline coverage --out FILE.json` wrote; a string says what is wrong with it. */
export function historyFromJson(json: string): History | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return `it is not JSON: ${(error as Error).message}`;
  }
  const parsed = coverage.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue?.path.join(".") || "the file"} is missing or not of the right kind`;
  }
  const { team, meetings, ...rest } = parsed.data;
  return { ...rest, ...(team === undefined ? {} : { team }), meetings: meetings.map(meetingOf) };
}

function meetingOf({ date, commitments, tags, ...rest }: z.infer<typeof meeting>): CoverageMeeting {
  return {
    ...rest,
    ...(date === undefined ? {} : { date }),
    tags: tags.map((each) => ({ ...each, evidence: [], why: "", reader: "compact" })),
    commitments: commitments.map(({ due, ...promise }) => ({ ...promise, ...(due === undefined ? {} : { due }) })),
  };
}
