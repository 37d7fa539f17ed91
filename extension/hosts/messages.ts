import * as z from "zod/mini";
import { LONGEST_TEXT } from "./message-names";

const LONGEST_MESSAGE = 4 * LONGEST_TEXT;
const MOST_PAINTED = 4000;

// `z.int()` knows nine kinds of numbers, and what knows them would be in every page.
const int = z.number().check(z.multipleOf(1));
const count = int.check(z.minimum(0), z.maximum(LONGEST_TEXT));
const text = z.string().check(z.maxLength(LONGEST_TEXT));

/** Asks for the text that came after version `have`, or for where the caret is in it. */
export interface TextQuestion {
  readonly question: number;
  readonly have: number;
  readonly caret?: boolean;
}

/** Answers to a question; `none`: the page does not give its text now. */
export const textAnswers = [
  z.object({ kind: z.literal("whole"), question: count, version: count, text }),
  z.object({
    kind: z.literal("patch"),
    question: count,
    version: count,
    at: count,
    removed: count,
    inserted: text,
    length: count,
  }),
  z.object({ kind: z.literal("same"), question: count }),
  z.object({ kind: z.literal("none"), question: count }),
  z.object({ kind: z.literal("caret"), question: count, offset: count }),
] as const;
export type TextAnswer = z.infer<(typeof textAnswers)[number]>;

const place = z.number().check(z.minimum(-1e6), z.maximum(1e6));

const paintedText = z.object({
  id: int,
  text: z.string().check(z.maxLength(4000)),
  font: z.string().check(z.maxLength(300)),
  x: place,
  y: place,
  scale: z.number().check(z.positive(), z.maximum(100)),
});
/** A text that stands on a canvas: where it begins on its baseline in device pixels, and their scale. */
export type PaintedText = z.infer<typeof paintedText>;

/**
 * What text went from a canvas and what came since the version before; in the answer to who asks, all that stands there. Each change
 * has the next version, so that one that was missed is noticed.
 */
export const paintNews = z.object({
  version: count,
  gone: z.array(int).check(z.maxLength(MOST_PAINTED)),
  fresh: z.array(paintedText).check(z.maxLength(MOST_PAINTED)),
});
export type PaintNews = z.infer<typeof paintNews>;

/** Reads the detail of an event as the first of some schemas that fits it; `undefined` for anything that is not as it should be. */
export function readMessage<Schema extends z.ZodMiniType>(
  event: Event,
  ...schemas: readonly Schema[]
): z.infer<Schema> | undefined {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (typeof detail !== "string" || detail.length > LONGEST_MESSAGE) return undefined;
  try {
    const message: unknown = JSON.parse(detail);
    for (const schema of schemas) {
      const parsed = schema.safeParse(message);
      if (parsed.success) return parsed.data;
    }
  } catch {}
  return undefined;
}
