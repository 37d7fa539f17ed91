import { existsSync, readFileSync } from "node:fs";
import * as z from "zod/mini";

const learningCurve = z.object({
  points: z.array(
    z.object({
      reader: z.string(),
      /** Labelled meetings that the reader learned from. */
      meetings: z.number(),
      lines: z.number(),
      microF1: z.number(),
      macroF1: z.number(),
    }),
  ),
});

/** How good readers get with more labelled meetings to learn from. */
export type LearningCurve = z.infer<typeof learningCurve>;
export type LearningPoint = LearningCurve["points"][number];

/** Reads the curve; `undefined` where the file is absent. Throws where it is no curve. */
export function readLearningCurve(path: string): LearningCurve | undefined {
  if (!existsSync(path)) return undefined;
  const read = z.safeParse(learningCurve, JSON.parse(readFileSync(path, "utf8")));
  if (read.success) return read.data;
  throw new Error(`${path} is no learning curve: ${z.prettifyError(read.error)}`);
}
