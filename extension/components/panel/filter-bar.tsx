import { useRef } from "preact/hooks";
import type { Stance } from "../../../core/index";
import { shownDimensions } from "../../services/panel/actions";
import { isNarrowed, type Kind } from "../../services/panel/filters";
import { targets } from "../../services/panel/movement";
import { count, STANCE_WORDS } from "../../services/panel/wording";
import { ActionButton } from "./action-button";
import { usePanel } from "./panel-context";

const KINDS: readonly (readonly [Kind, string])[] = [
  ["all", "All tags"],
  ["found", "Found"],
  ["suggested", "Worth a look"],
  ["undecided", "Not answered yet"],
  ["people", "Answered by people"],
];

/** Search, filters, and what can be done with all that is in the list. */
export function FilterBar() {
  const { panel } = usePanel();
  const { filters, visible } = panel;
  const now = filters.value;
  const search = useRef<HTMLInputElement>(null);
  const open = targets(visible.value).filter(({ tag }) => !tag.standing).length;
  const shown = shownDimensions(panel);
  return (
    <search class="filters" aria-label="Find lines">
      <label class="hidden-label" for="search">
        Search lines and practices
      </label>
      <input
        id="search"
        ref={search}
        type="search"
        placeholder="Search lines and practices"
        value={now.search}
        onInput={(event) => panel.narrow({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "Escape" || event.key === "Enter") search.current?.blur();
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not of form fields */}
      <div class="dimensions" role="group" aria-label="Dimensions">
        {panel.rubric.value.dimensions.map(({ key, title }, n) =>
          shown.includes(key) ? (
            <button
              key={key}
              type="button"
              class="dimension"
              data-dim={n % 8}
              aria-pressed={now.dimensions.includes(key)}
              title={title}
              onClick={() =>
                panel.narrow({
                  dimensions: now.dimensions.includes(key)
                    ? now.dimensions.filter((other) => other !== key)
                    : [...now.dimensions, key],
                })
              }
            >
              {key}
              <span class="hidden-label"> {title}</span>
            </button>
          ) : null,
        )}
      </div>
      <div class="selects">
        <label class="hidden-label" for="kind">
          Which tags
        </label>
        <select
          id="kind"
          value={now.kind}
          onChange={(event) => panel.narrow({ kind: event.currentTarget.value as Kind })}
        >
          {KINDS.map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
        <label class="hidden-label" for="stance">
          How it shows
        </label>
        <select
          id="stance"
          value={now.stance}
          onChange={(event) => panel.narrow({ stance: event.currentTarget.value as Stance | "all" })}
        >
          <option value="all">Every stance</option>
          {Object.entries(STANCE_WORDS).map(([stance, { mark, name }]) => (
            <option key={stance} value={stance}>
              {mark} {name}
            </option>
          ))}
        </select>
      </div>
      <div class="row compact">
        <ActionButton action="untagged" pressed={now.untagged}>
          All lines
        </ActionButton>
        {(panel.newLines.value > 0 || now.onlyNew) && (
          <ActionButton action="onlyNew" pressed={now.onlyNew}>
            New ({panel.newLines.value})
          </ActionButton>
        )}
        {now.onlyNew && <ActionButton action="seen">I have seen these</ActionButton>}
        {isNarrowed(now) && <ActionButton action="clear">Show everything</ActionButton>}
        {now.indicator && <span class="badge">only {now.indicator}</span>}
      </div>
      <div class="row compact summary">
        <p class="small quiet" role="status">
          {count(visible.value.length, "line")}, {count(open, "suggestion")} to answer
        </p>
        <ActionButton action="nextSuggestion" disabled={open === 0}>
          Next
        </ActionButton>
        <ActionButton action="acceptAll" disabled={open === 0} label={`Agree with all ${open} in the list`}>
          Agree with all {open}
        </ActionButton>
      </div>
    </search>
  );
}
