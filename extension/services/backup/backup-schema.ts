import * as z from "zod/mini";
import { decisionSchema, STANCES, type Tier } from "../../../core/index";

/** The version of the file that this code writes; it reads this one and every earlier one. */
export const BACKUP_VERSION = 1;

const text = z.string().check(z.maxLength(200_000));
const count = z.int().check(z.minimum(0));
const place = { document: z.string().check(z.minLength(1), z.maxLength(500)), tab: z.string().check(z.maxLength(200)) };

const tag = z.object({
  indicator: decisionSchema.shape.indicator,
  stance: z.enum(STANCES),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  tier: z.enum(["found", "suggested"] satisfies Tier[]),
  evidence: z.array(z.tuple([count, count])),
  why: text,
  reader: z.string().check(z.maxLength(40)),
});

const line = z.object({
  kind: z.enum(["heading", "bullet", "item", "para", "cell"]),
  text,
  depth: z.exactOptional(count),
  row: z.exactOptional(count),
  column: z.exactOptional(count),
  checked: z.exactOptional(z.boolean()),
  tags: z.array(tag),
});

const document = z.object({
  ...place,
  title: text,
  date: z.exactOptional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
  type: z.enum(["agenda", "minutes"]),
  rubric: z.string().check(z.maxLength(100)),
  readAt: z.number(),
  /** Whether a person had looked at it. */
  seen: z.boolean(),
  lines: z.array(line),
});

const anchor = z.object({
  id: z.string(),
  quote: z.string().check(z.maxLength(2000)),
  prefix: z.string().check(z.maxLength(64)),
  suffix: z.string().check(z.maxLength(64)),
});

/** Everything that Plumbline keeps, as it lies in a file. */
export const backupSchema = z.object({
  format: z.literal("plumbline-backup"),
  version: z.literal(BACKUP_VERSION),
  documents: z.array(document),
  decisions: z.array(decisionSchema),
  /** Where decisions stand now, by id, where that is not where they were made. */
  anchors: z.array(anchor),
  rubrics: z.array(z.object({ name: z.string(), rubric: z.unknown() })),
  outbox: z.array(z.string()),
  settings: z.record(z.string(), z.unknown()),
});
export type Backup = z.infer<typeof backupSchema>;
