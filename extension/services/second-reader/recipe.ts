import { browser } from "wxt/browser";
import type { Adjustment } from "../../../core/index";
import { builtInSettings } from "../../../deep-reader/settings";
import type { RubricInForce } from "../../protocol";
import { learned } from "../../settings";
import { rubricInForce } from "../rubric-in-force";
import { hashOf } from "./hash-of";

/** Everything but the line that decides what the second reader says. */
export interface Recipe extends RubricInForce {
  /** Another one for whatever would lead to other tags. */
  readonly id: string;
  readonly learned: Adjustment | null;
}

/** The recipe that the settings make now. */
export async function recipeInForce(): Promise<Recipe> {
  const [inForce, adjustment] = await Promise.all([rubricInForce(), learned.getValue()]);
  // The compact reader has a say too, and it changes with the extension.
  const { version } = browser.runtime.getManifest();
  return { ...inForce, learned: adjustment, id: await hashOf([version, builtInSettings, inForce, adjustment]) };
}
