import { browser } from "wxt/browser";
import { type Lesson, nothingLearned } from "../../../core/index";
import { builtInSettings } from "../../../deep-reader/settings";
import type { RubricInForce } from "../../protocol";
import { learned } from "../../settings";
import { rubricInForce } from "../rubric-in-force";
import { hashOf } from "./hash-of";

/** Everything but the line that decides what the second reader says. */
export interface Recipe extends RubricInForce {
  /** Another one for whatever would lead to other tags. */
  readonly id: string;
  readonly lessons: readonly Lesson[];
}

/** The recipe that the settings make now. */
export async function recipeInForce(): Promise<Recipe> {
  const [inForce, adjustment] = await Promise.all([rubricInForce(), learned.getValue()]);
  const { lessons } = adjustment ?? nothingLearned;
  // The compact reader has a say too, and it changes with the extension.
  const { version } = browser.runtime.getManifest();
  return { ...inForce, lessons, id: await hashOf([version, builtInSettings, inForce, lessons]) };
}
