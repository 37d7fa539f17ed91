import { browser } from "wxt/browser";
import type { AdaptationChoice, Adjustment, placeAnchors, Rubric, Steps, Tagger } from "../../core/index";
import type { SecondReading, SecondReadingHost } from "../services/second-reader/second-reading";

/** What the tagger's file puts where the page's script finds it: what makes the readers of an open document and knows its lines again. */
export interface ReaderMakers {
  tagger(rubric: Rubric, choice: AdaptationChoice, learned: Adjustment | null): Steps<Tagger>;
  second(host: SecondReadingHost, signal: AbortSignal): SecondReading;
  readonly placeAnchors: typeof placeAnchors;
}

/** Name under which the tagger's file leaves its makers, in the extension's own world of the page. */
export const TAGGER = Symbol.for("plumbline.tagger");

/** Loads words and model, a third of a megabyte, when a document is open and not before. Throws where they are not to be had. */
export async function loadTagger(): Promise<ReaderMakers> {
  const world = globalThis as { [TAGGER]?: ReaderMakers };
  // Its types know pages only.
  const address = (browser.runtime.getURL as (path: string) => string)("/tagger.js");
  if (!world[TAGGER]) await import(/* @vite-ignore */ address);
  const makers = world[TAGGER];
  if (!makers) throw new Error("The tagger's file did not load.");
  return makers;
}
