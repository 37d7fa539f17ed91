import type { ComponentChildren } from "preact";
import type { Action } from "../../services/panel/keys";
import { KEYS } from "../../services/panel/keys";
import { usePanel } from "./panel-context";

interface Props {
  readonly action: Action;
  readonly class?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** What it does, where that changes; told on hover and to those who listen, after the words on it. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A button that does what a key does, and shows the key. */
export function ActionButton({ action, pressed, disabled, label, children, class: look }: Props) {
  const { actions, keys } = usePanel();
  return (
    <button
      type="button"
      class={look}
      aria-pressed={pressed}
      aria-keyshortcuts={keys[action].replace(/ /g, "+")}
      title={`${label ?? KEYS[action].does} (${keys[action]})`}
      disabled={disabled}
      data-action={action}
      onClick={() => void actions[action]()}
    >
      {children}{" "}
      <span class="key" aria-hidden="true">
        {keys[action]}
      </span>
    </button>
  );
}
