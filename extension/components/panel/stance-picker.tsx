import { useLayoutEffect, useRef } from "preact/hooks";
import type { DecidedTag, Stance } from "../../../core/index";
import type { PanelLine } from "../../services/panel/panel-lines";
import { STANCE_WORDS } from "../../services/panel/wording";
import { usePanel } from "./panel-context";

const STANCES: readonly Stance[] = ["evidenced", "planned", "contrary"];

/** Changes how a tag shows: three answers, by arrow keys or 1 to 3. */
export function StancePicker({ line, tag }: { readonly line: PanelLine; readonly tag: DecidedTag }) {
  const { panel } = usePanel();
  const group = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, []);
  const choose = (stance: Stance | undefined) => {
    if (!stance) return;
    panel.editing.value = "none";
    void panel.decider.decide(`${tag.indicator} is now: ${STANCE_WORDS[stance].name.toLowerCase()}`, [
      { line: line.at, indicator: tag.indicator, verdict: "restance", stance, reader: tag.reader },
    ]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") panel.editing.value = "none";
    else if (/^[1-3]$/.test(event.key)) choose(STANCES[Number(event.key) - 1]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      moveFocus(group.current, event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a list of buttons in every browser
    <div class="card stances" ref={group} role="group" aria-label="How does it show?" onKeyDown={onKeyDown}>
      <p class="small quiet">How does {tag.indicator} show in this line?</p>
      {STANCES.map((stance, n) => (
        <button
          type="button"
          key={stance}
          aria-pressed={tag.stance === stance}
          data-stance={stance}
          onClick={() => choose(stance)}
        >
          <span aria-hidden="true">{STANCE_WORDS[stance].mark}</span> <b>{STANCE_WORDS[stance].name}</b>:{" "}
          {STANCE_WORDS[stance].meaning}{" "}
          <span class="key" aria-hidden="true">
            {n + 1}
          </span>
        </button>
      ))}
    </div>
  );
}

function moveFocus(group: HTMLElement | null, by: 1 | -1): void {
  const buttons: Element[] = [...(group?.querySelectorAll("button") ?? [])];
  const at = document.activeElement ? buttons.indexOf(document.activeElement) : -1;
  (buttons[(at + by + buttons.length) % buttons.length] as HTMLElement | undefined)?.focus();
}
