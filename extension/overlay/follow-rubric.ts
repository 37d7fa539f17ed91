import type { Rubric, Tagger } from "../../core/index";
import { ask } from "../ask";
import { learned, level, model, ownRubric, secondReader } from "../settings";
import { inSlices } from "../slices";
import { loadTagger, type ReaderMakers } from "./load-tagger";

/** Milliseconds after which a background that did not answer is asked again: a browser can restore documents before it is up. */
const ASK_AGAIN = 3000;

/**
 * Gives the rubric in force with a tagger of it, the makers of readers, and whether lines are to be read twice; again whenever the rubric
 * changes or something was learned, until `signal` ends it.
 */
export function followRubric(
  use: (rubric: Rubric, tagger: Tagger, make: ReaderMakers, twice: boolean) => void,
  signal: AbortSignal,
): void {
  let again = 0;
  const renew = async () => {
    clearTimeout(again);
    const answer = await ask("rubricInForce", undefined);
    if (signal.aborted) return;
    if (!answer.ok) {
      again = Number(setTimeout(renew, ASK_AGAIN));
      return;
    }
    const inForce = answer.value;
    const adjustment = await learned.getValue();
    const make = await loadTagger();
    const choice = { model: inForce.model, ...(inForce.level === "none" ? {} : { level: inForce.level }) };
    const tagger = await inSlices(make.tagger(inForce.rubric, choice, adjustment), signal);
    const twice = await secondReader.getValue();
    if (tagger && !signal.aborted) use(inForce.rubric, tagger, make, twice);
  };
  const unwatch = [ownRubric, model, level, learned].map((setting) => setting.watch(() => void renew()));
  signal.addEventListener("abort", () => {
    clearTimeout(again);
    for (const stop of unwatch) stop();
  });
  void renew();
}
