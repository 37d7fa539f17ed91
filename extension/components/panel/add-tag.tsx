import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { findIndicators } from "../../services/panel/find-indicators";
import type { PanelLine } from "../../services/panel/panel-lines";
import { usePanel } from "./panel-context";
import { placeOf } from "./tag-chip";

/** Adds a tag to a line: a field that finds among all indicators by code, title or what counts as it. */
export function AddTag({ line }: { readonly line: PanelLine }) {
  const { panel } = usePanel();
  const typed = useSignal("");
  const active = useSignal(0);
  const field = useRef<HTMLInputElement>(null);
  // At once, before the next key: what is typed then belongs into the field.
  useLayoutEffect(() => field.current?.focus(), []);
  const rubric = panel.rubric.value;
  const there = new Map(line.tags.map((tag) => [tag.indicator, tag]));
  const found = findIndicators(rubric, typed.value);
  const at = Math.min(active.value, found.length - 1);
  const planned = panel.document.value?.about.type === "agenda";

  const close = () => {
    panel.editing.value = "none";
  };
  const add = (code: string | undefined) => {
    if (code === undefined) return;
    close();
    const tag = there.get(code);
    panel.selected.value = { line: line.id, indicator: code };
    const stance = tag?.stance ?? (planned ? "planned" : "evidenced");
    // A tag that a reader had suggested is agreed with: so it is told apart from one that only people saw.
    const verdict = tag && tag.reader !== "person" ? "accept" : "add";
    void panel.decider.decide(`Added ${code}`, [
      { line: line.at, indicator: code, verdict, stance, ...(tag ? { reader: tag.reader } : {}) },
    ]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) active.value = (at + step + found.length) % Math.max(1, found.length);
    else if (event.key === "Enter") add(found[at]?.code);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="card">
      <label class="small quiet" for="add-tag">
        Which practice shows in this line?
      </label>
      <input
        id="add-tag"
        ref={field}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="SL3, student work, norms…"
        aria-expanded="true"
        aria-controls="add-tag-list"
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `add-${found[at].code}` : undefined}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          active.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <div id="add-tag-list" role="listbox" aria-label="Practices" class="choices">
        {found.map(({ code, title, text }, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the field, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are named by aria-activedescendant
          <div
            id={`add-${code}`}
            key={code}
            role="option"
            aria-selected={n === at}
            data-dim={placeOf(rubric, code).dimension}
            ref={(element) => {
              if (n === at) element?.scrollIntoView({ block: "nearest" });
            }}
            onClick={() => add(code)}
          >
            <span class="badge">{code}</span>
            <span>
              {title}
              <span class="small quiet choice-text">{text}</span>
            </span>
          </div>
        ))}
      </div>
      <p class="small quiet" role="status">
        {found.length === 0 ? "No practice has these words. Try fewer letters." : ""}
      </p>
      <button type="button" onClick={close}>
        Leave it{" "}
        <span class="key" aria-hidden="true">
          Esc
        </span>
      </button>
    </div>
  );
}
