import { useComputed, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { plcRubric, readRubric } from "../../../core/index";
import * as settings from "../../settings";
import { download } from "./download";
import { useSetting } from "./use-setting";

/** The rubric: the one shipped, or the team's own, which can be edited here and is checked at every letter. */
export function RubricSection() {
  const [own, setOwn] = useSetting(settings.ownRubric);
  const draft = useSignal<string>();
  const said = useSignal("");
  const field = useRef<HTMLTextAreaElement>(null);
  const reading = useComputed(() => (draft.value === undefined ? undefined : readRubric(draft.value)));
  const inForce = own ?? plcRubric;
  const now = reading.value;

  const open = async (file: File | undefined) => {
    if (!file) return;
    draft.value = await file.text();
    said.value = "";
  };
  const keep = () => {
    if (!now?.ok) return;
    setOwn(now.rubric);
    draft.value = undefined;
    said.value = `${now.rubric.title}, version ${now.rubric.version}, is in use. Open documents are read again with it.`;
  };
  const goTo = (line: number, column: number) => {
    const at = (draft.value ?? "").split("\n", line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
    field.current?.focus();
    field.current?.setSelectionRange(at, at + 1);
  };
  return (
    <section aria-labelledby="rubric">
      <h2 id="rubric">Rubric</h2>
      <p>
        In use: <b>{inForce.title}</b>, version {inForce.version}
        {own ? " (your team's own)" : " (comes with Plumbline)"}, {inForce.indicators.length} practices.
      </p>
      <div class="row">
        <button
          type="button"
          onClick={() => {
            draft.value = JSON.stringify(inForce, null, 2);
            said.value = "";
          }}
        >
          Edit it
        </button>
        <label class="file">
          Open a file
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => void open(event.currentTarget.files?.[0])}
          />
        </label>
        <button
          type="button"
          onClick={() => download(`${inForce.id}-${inForce.version}.json`, JSON.stringify(inForce, null, 2))}
        >
          Save it as a file
        </button>
        {own && (
          <button
            type="button"
            onClick={() => {
              setOwn(null);
              said.value = "The rubric that comes with Plumbline is in use again. Decisions under your own are kept.";
            }}
          >
            Use the one that comes with Plumbline
          </button>
        )}
      </div>
      {now && (
        <div class="field">
          <label for="rubric-text">Rubric file (JSON)</label>
          <textarea
            id="rubric-text"
            ref={field}
            class="code"
            rows={16}
            spellcheck={false}
            value={draft.value}
            aria-describedby="rubric-faults"
            onInput={(event) => {
              draft.value = event.currentTarget.value;
            }}
          />
          <div id="rubric-faults" role="status">
            {now.ok ? (
              <p>
                It can be used: {now.rubric.dimensions.length} dimensions, {now.rubric.indicators.length} practices.
              </p>
            ) : (
              <p>
                It cannot be used yet. {now.faults.length === 1 ? "One thing is" : `${now.faults.length} things are`} to
                mend:
              </p>
            )}
            <ul class="faults">
              {(now.ok ? now.warnings : now.faults).map(({ place, problem, remedy, line, column }) => (
                <li key={`${place} ${problem}`}>
                  <b>{place}:</b> {problem} {remedy}{" "}
                  {line !== undefined && column !== undefined && (
                    <button type="button" class="plain" onClick={() => goTo(line, column)}>
                      Show
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
          <div class="row">
            <button type="button" class="main" disabled={!now.ok} onClick={keep}>
              Use this rubric
            </button>
            <button
              type="button"
              onClick={() => {
                draft.value = undefined;
              }}
            >
              Leave it as it was
            </button>
          </div>
        </div>
      )}
      <p role="status">{said.value}</p>
    </section>
  );
}
