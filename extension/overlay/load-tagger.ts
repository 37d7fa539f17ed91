import { browser } from "wxt/browser";
import type { AdaptationChoice, Lesson, Rubric, Steps, Tagger } from "../../core/index";

/** What the tagger's file puts where the page's script finds it. */
export type TaggerMaker = (rubric: Rubric, choice: AdaptationChoice, lessons: readonly Lesson[]) => Steps<Tagger>;

/** Name under which the tagger's file leaves its maker, in the extension's own world of the page. */
export const TAGGER = Symbol.for("plumbline.tagger");

/** Loads words and model, a third of a megabyte, when a document is open and not before. Throws where they are not to be had. */
export async function loadTagger(): Promise<TaggerMaker> {
  const world = globalThis as { [TAGGER]?: TaggerMaker };
  // Its types know pages only.
  const address = (browser.runtime.getURL as (path: string) => string)("/tagger.js");
  if (!world[TAGGER]) await import(/* @vite-ignore */ address);
  const maker = world[TAGGER];
  if (!maker) throw new Error("The tagger's file did not load.");
  return maker;
}
