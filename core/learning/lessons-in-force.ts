import { builtInModel, modelStamp } from "../tagger/model";
import type { Adjustment, Lesson } from "./adjustment";

/** The lessons that act: none of those that were learned on top of another model, where nobody knows what they would do. */
export function lessonsInForce(learned: Adjustment | null): readonly Lesson[] {
  return learned?.model === modelStamp(builtInModel) ? learned.lessons : [];
}
