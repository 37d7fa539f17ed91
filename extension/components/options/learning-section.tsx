import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { db } from "../../db";
import { count } from "../../services/panel/wording";
import { rubricInForce } from "../../services/rubric-in-force";
import { answered } from "../../services/store/trouble";
import * as settings from "../../settings";
import { useSetting } from "./use-setting";

/** Brings the tagger's words and model, which this page needs for nothing else. */
const learning = () => import("../../services/learning/learn-from-store");

/** Sentences shown at first. */
const SHOWN = 12;

/** What Plumbline learned from the team's decisions, in sentences, and how to forget it. */
export function LearningSection() {
  const [learned, setLearned] = useSetting(settings.learned);
  /** Nothing until they are there. */
  const sentences = useSignal<readonly string[] | undefined>(undefined);
  const said = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    sentences.value = undefined;
    if (learned?.lessons.length)
      void Promise.all([learning(), rubricInForce()]).then(([{ sentencesOf }, inForce]) => {
        sentences.value = sentencesOf(learned, inForce);
      });
  }, [learned, sentences]);
  const learnNow = async () => {
    busy.value = true;
    said.value = "Going through your decisions…";
    // Painted before the work begins, which leaves no time for it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const answer = await answered(async () => (await learning()).learnFromStore(db, await rubricInForce()));
    busy.value = false;
    if (!answer.ok) {
      said.value = answer.error.message;
      return;
    }
    setLearned(answer.value);
    said.value =
      answer.value.lessons.length > 0
        ? "Learned. Open documents are read again with it."
        : `Looked at ${count(answer.value.decisions, "decision")}. That teaches nothing sure yet; more decisions on more meetings will.`;
  };
  const lines = (sentences.value ?? []).map((sentence) => <li key={sentence}>{sentence}</li>);
  return (
    <section aria-labelledby="learning" aria-busy={busy.value}>
      <h2 id="learning">What Plumbline learned from you</h2>
      <p>
        From what you and your team agreed with, added or took away, Plumbline can learn what words mean to you. It
        keeps only what foresees your decisions on other meetings, and it happens on this computer.
      </p>
      {sentences.value?.length === 0 && (
        <p>
          Plumbline reads differently since it learned from you, so what it learned is at rest. “Learn again” goes
          through the same decisions and brings it up to date.
        </p>
      )}
      {lines.length > 0 && (
        <>
          <ul class="faults small">{lines.slice(0, SHOWN)}</ul>
          {lines.length > SHOWN && (
            <details>
              <summary>{lines.length - SHOWN} more</summary>
              <ul class="faults small">{lines.slice(SHOWN)}</ul>
            </details>
          )}
        </>
      )}
      <div class="row">
        <button type="button" disabled={busy.value} onClick={() => void learnNow()}>
          {learned?.lessons.length ? "Learn again" : "Learn from our decisions"}
        </button>
        {learned && learned.lessons.length > 0 && (
          <button
            type="button"
            disabled={busy.value}
            onClick={() => {
              setLearned(null);
              said.value = "Forgotten. Your decisions stay; tags are as they were without it.";
            }}
          >
            Forget it
          </button>
        )}
      </div>
      <p role="status">{said.value}</p>
    </section>
  );
}
