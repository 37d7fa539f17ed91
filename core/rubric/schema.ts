import * as z from "zod/mini";
import { CODE, FORMAT, LIMITS } from "./limits";

// zod would otherwise probe for `new Function`, which the extension's content security policy reports as a violation:
// https://zod.dev/api#zconfig
z.config({ jitless: true });

const STANCES = ["evidenced", "planned", "contrary"] as const;

/** How much weight an indicator carries under a model or at a level. */
export const EMPHASES = ["core", "usual", "occasional"] as const;

/** The collaboration models that the rubric names. */
export const MODELS = ["dufour", "russo"] as const;

/** The levels at which a team may meet. */
export const LEVELS = ["grade", "subject", "school", "district", "network", "consortium"] as const;

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const blankable = (most: number) => z._default(z.string().check(z.trim(), z.maxLength(most)), "");
const list = <T extends z.core.SomeType>(item: T, most: number = LIMITS.list) =>
  z._default(z.array(item).check(z.maxLength(most)), () => []);

const code = z.string().check(z.trim(), z.regex(CODE));
const key = z.string().check(z.trim(), z.regex(/^[A-Z]{1,4}$/));
const codes = z.array(code).check(z.minLength(1), z.maxLength(LIMITS.indicators));

const dimension = z.object({ key, title: text(LIMITS.title), short: text(LIMITS.title) });

const indicator = z.object({
  code,
  dimension: key,
  text: text(LIMITS.text),
  title: text(LIMITS.title),
  counts: blankable(LIMITS.text),
  neighbours: list(z.object({ code, difference: text(LIMITS.line) })),
  examples: list(z.object({ text: text(LIMITS.line), stance: z.enum(STANCES) })),
  notThis: list(text(LIMITS.line)),
  phrases: list(text(LIMITS.phrase), LIMITS.phrases),
});

const adaptation = z.object({
  title: text(LIMITS.title),
  about: blankable(LIMITS.text),
  wording: list(
    z.object({
      code,
      title: z.exactOptional(text(LIMITS.title)),
      counts: z.exactOptional(text(LIMITS.text)),
      text: z.exactOptional(text(LIMITS.text)),
    }),
    LIMITS.indicators,
  ),
  emphasis: list(z.object({ is: z.enum(EMPHASES), codes, why: blankable(LIMITS.line) })),
  expected: list(z.object({ code, why: text(LIMITS.line) })),
});

const levels = z._default(
  z.object({
    grade: z.exactOptional(adaptation),
    subject: z.exactOptional(adaptation),
    school: z.exactOptional(adaptation),
    district: z.exactOptional(adaptation),
    network: z.exactOptional(adaptation),
    consortium: z.exactOptional(adaptation),
  }),
  () => ({}),
);

const lead = z.object({ title: text(LIMITS.line), codes });

const model = z.extend(adaptation, {
  notice: z.exactOptional(text(LIMITS.text)),
  localText: blankable(LIMITS.longText),
  bigIdeas: list(lead),
  questions: list(lead),
  levels,
});

/** The shape of a rubric file: format, dimensions, indicators, and its adaptations by model and by level. */
export const rubricSchema = z.object({
  format: z.literal(FORMAT),
  id: z.string().check(z.trim(), z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  version: z.string().check(z.trim(), z.regex(/^[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}$/)),
  title: text(LIMITS.title),
  principles: z.exactOptional(z.object({ title: text(LIMITS.title), text: text(LIMITS.longText) })),
  dimensions: z.array(dimension).check(z.minLength(1), z.maxLength(LIMITS.dimensions)),
  indicators: z.array(indicator).check(z.minLength(1), z.maxLength(LIMITS.indicators)),
  models: z._default(z.object({ dufour: z.exactOptional(model), russo: z.exactOptional(model) }), () => ({})),
  levels,
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** A rubric: what the team measures its meetings against. Data only; it can never run code. */
export type Rubric = Frozen<z.infer<typeof rubricSchema>>;

/** One of the rubric's main parts, such as `SL`, Collective Focus on Student Learning. */
export type Dimension = Rubric["dimensions"][number];

/** One practice that the rubric asks for, with what counts as evidence of it. */
export type Indicator = Rubric["indicators"][number];

/** What a model or a level changes: wording, weight, and what every meeting is expected to hold. */
export type Adaptation = Frozen<z.infer<typeof adaptation>>;

/** A named collaboration model: an adaptation with its big ideas, questions and the team's own text. */
export type ModelAdaptation = Frozen<z.infer<typeof model>>;

/** A collaboration model that the rubric names. */
export type Model = (typeof MODELS)[number];

/** The level at which a team meets. */
export type Level = (typeof LEVELS)[number];

/** How much weight an indicator carries: at the heart of it, as usual, or only now and then. */
export type Emphasis = (typeof EMPHASES)[number];

/** Says whether a value read from notes or settings names a model. */
export const isModel = (value: unknown): value is Model => MODELS.some((model) => model === value);

/** Says whether a value read from notes or settings names a level. */
export const isLevel = (value: unknown): value is Level => LEVELS.some((level) => level === value);
