import { effect, useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo } from "preact/hooks";
import { browser } from "wxt/browser";
import { createTagger, plcRubric } from "../../../core/index";
import { createActions } from "../../services/panel/actions";
import { keysInUse } from "../../services/panel/keys";
import { createPanel } from "../../services/panel/panel";
import { PanelApp } from "../panel/panel-app";
import notes from "./sample-notes.json" with { type: "json" };
import { SamplePage } from "./sample-page";
import { createSample } from "./sample-source";

const STEPS = [
  [
    "next",
    <>
      Press <kbd>n</kbd>: it goes to the next suggestion and says why it was made.
    </>,
  ],
  [
    "answer",
    <>
      Agree with <kbd>a</kbd>, or say “not here” with <kbd>r</kbd>. Only you and your team judge; nothing is scored.
    </>,
  ],
  [
    "map",
    <>
      Press <kbd>m</kbd> for the map of all 28 practices, and choose a cell to read its lines. <kbd>l</kbd> goes back.
    </>,
  ],
  [
    "write",
    <>Write a line of your own at the end of the notes, such as “We agreed to visit each other's classes next week”.</>,
  ],
] as const;
type Step = (typeof STEPS)[number][0];

/** Explains Plumbline with Plumbline: a sample document, the panel beside it, and four things to try. */
export function WelcomePage() {
  const { sample, panel, actions } = useMemo(setUp, []);
  const done = useSignal<ReadonlySet<Step>>(new Set());
  const tick = () => {
    const now = new Set(done.peek());
    if (panel.selected.value) now.add("next");
    if (panel.decider.undoLabel.value) now.add("answer");
    if (panel.view.value === "map") now.add("map");
    if (sample.lines.value.length > notes.lines.length) now.add("write");
    if (now.size !== done.peek().size) done.value = now;
  };
  // Not `useSignalEffect`, which looks once a frame: the map of one who presses m and l quickly would go unseen.
  useLayoutEffect(() => effect(tick), []);
  const all = done.value.size === STEPS.length;
  return (
    <div class="welcome">
      <header>
        <h1>Your notes already say a lot about how your team works</h1>
        <p>
          Plumbline reads along while you take notes in Google Docs and underlines the words that show a practice of
          your PLC rubric. Try it on these notes; nothing here is kept, and nothing ever leaves your computer.
        </p>
      </header>
      <main>
        <section aria-label="Four things to try" class="steps">
          <ol>
            {STEPS.map(([step, words]) => (
              <li key={step} data-done={done.value.has(step)}>
                <span class="tick" aria-hidden="true">
                  {done.value.has(step) ? "✓" : ""}
                </span>
                <span>
                  {words}
                  {done.value.has(step) && <span class="hidden-label"> Done.</span>}
                </span>
              </li>
            ))}
          </ol>
          <p role="status" class={all ? "notice" : ""}>
            {all ? "That is all there is to it. Open your next meeting's notes, and Plumbline is there." : ""}
          </p>
          <div class="row">
            <a class="button" href="https://docs.google.com/document/">
              Open Google Docs
            </a>
            <button type="button" onClick={() => void browser.runtime.openOptionsPage()}>
              Settings
            </button>
          </div>
          <p class="small quiet">
            In a document, the button of Plumbline in the browser's bar, or <kbd>Alt Shift P</kbd>, opens the panel;{" "}
            <kbd>Alt Shift H</kbd> hides the marks.
          </p>
        </section>
        <SamplePage sample={sample} panel={panel} />
        <section class="beside" aria-label="The panel">
          <PanelApp panel={panel} actions={actions} keys={keysInUse({})} letters embedded />
        </section>
      </main>
    </div>
  );
}

function setUp() {
  const ends = new AbortController();
  addEventListener("pagehide", () => ends.abort());
  const sample = createSample(createTagger(plcRubric), notes as Parameters<typeof createSample>[1]);
  const panel = createPanel(sample, ends.signal);
  const actions = createActions(panel, {
    focusSearch: () => document.getElementById("search")?.focus(),
    openSettings: () => void browser.runtime.openOptionsPage(),
    copyDecisions: async () => {
      panel.said.value = "In your own documents, this copies what you decided for the team's workbook.";
    },
  });
  return { sample, panel, actions };
}
