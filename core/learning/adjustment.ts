import * as z from "zod/mini";
import { STANCES } from "../tagger/tag";

/** So many of the strongest lessons are kept: a team can read them, and the weaker ones bring next to nothing. */
export const MOST_LESSONS = 150;

/** One thing learned from a team: that a word, or a concept, speaks for an indicator or against it, or for a stance of it. */
export const lessonSchema = z.object({
  indicator: z.string(),
  /** `word`: a word as this team uses it. `class`: a concept class of the vocabulary. */
  space: z.enum(["word", "class"]),
  name: z.string().check(z.maxLength(80)),
  /** With it, it tells how a line speaks of the indicator, not whether it does. */
  stance: z.optional(z.enum(STANCES)),
  /** What it adds to the score in a short line; below 0 it speaks against. */
  weight: z.number(),
  /** How many of the team's decisions stand behind it. */
  decisions: z.number(),
});
export type Lesson = z.infer<typeof lessonSchema>;

/** All that was learned from one team. Plain data: it can be shown, kept, sent to a colleague or thrown away. */
export const adjustmentSchema = z.object({
  version: z.literal(2),
  /** Stamp of the model that this was learned on top of; it says nothing of another. */
  model: z.string().check(z.maxLength(200)),
  /** How many decisions were looked at. */
  decisions: z.number(),
  lessons: z.array(lessonSchema).check(z.maxLength(MOST_LESSONS)),
});
export type Adjustment = z.infer<typeof adjustmentSchema>;

/** What a new team starts with, and what forgetting leads back to. */
export const nothingLearned: Adjustment = { version: 2, model: "", decisions: 0, lessons: [] };
