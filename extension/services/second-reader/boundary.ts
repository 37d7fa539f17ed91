import * as z from "zod/mini";
import { STANCES, type Tag, type Tier } from "../../../core/index";
import type { LineInPlace } from "../../../deep-reader/encoder-input";
import type { SecondRequest } from "../../protocol";
import { MOST_CHARACTERS, MOST_LINES } from "./limits";
import type { Recipe } from "./recipe";

/** What is asked of the worker in which the encoder runs. */
export interface Work {
  readonly recipe: Recipe;
  readonly lines: readonly LineInPlace[];
}

/** What comes back for it: first that it was heard, then how it went. `files`: what came with the extension is not whole. */
export type WorkAnswer =
  | { readonly is: "heard" }
  | { readonly is: "read"; readonly tags: readonly (readonly Tag[])[] }
  | { readonly is: "failed"; readonly why: "files" | "reading" };

const text = z.string().check(z.maxLength(MOST_CHARACTERS));
const line = z.object({
  text,
  kind: z.enum(["heading", "bullet", "item", "para", "cell"] satisfies LineInPlace["kind"][]),
  type: z.enum(["agenda", "minutes"] satisfies LineInPlace["type"][]),
  heading: text,
  previous: text,
});
const lines = z.array(line).check(z.maxLength(MOST_LINES));

/** What a document's page may ask for. */
export const requestSchema: z.ZodMiniType<SecondRequest> = z.object({
  document: z.string().check(z.minLength(1), z.maxLength(500)),
  tab: z.string().check(z.maxLength(200)),
  lines,
  wish: z.enum(["kept", "read"]),
  forget: z.exactOptional(z.number()),
});

/** What the worker takes in. Its rubric is read by the one who makes a reader of it. */
export const workSchema = z.object({
  recipe: z.object({
    id: z.string(),
    rubric: z.unknown(),
    model: z.string(),
    level: z.string(),
    learned: z.unknown(),
  }),
  lines,
});

const tag: z.ZodMiniType<Tag> = z.object({
  indicator: z.string().check(z.maxLength(20)),
  stance: z.enum(STANCES),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  tier: z.enum(["found", "suggested"] satisfies Tier[]),
  evidence: z.array(z.tuple([z.int(), z.int()])),
  why: z.string(),
  reader: z.literal("deep"),
});

/** What the worker gives out. */
export const answerSchema: z.ZodMiniType<WorkAnswer> = z.discriminatedUnion("is", [
  z.object({ is: z.literal("heard") }),
  z.object({ is: z.literal("read"), tags: z.array(z.array(tag)) }),
  z.object({ is: z.literal("failed"), why: z.enum(["files", "reading"]) }),
]);
