import { useLayoutEffect } from "preact/hooks";
import { keyName } from "../../services/panel/keys";
import { usePanel } from "./panel-context";

/** So many items have a key of their own, from 1 on. */
export const COPY_KEYS = 9;

/** Copies one of these texts, at a call or at the key of its number. */
export function useCopyKeys(texts: readonly string[]): (place: number) => void {
  const { panel, keys, letters } = usePanel();
  const copy = async (place: number) => {
    const text = texts[place];
    if (text === undefined) return;
    try {
      await navigator.clipboard.writeText(text);
      panel.said.value = `Copied ${brief(text)}: paste it into the agenda.`;
    } catch {
      panel.said.value = "The clipboard could not be written. Click into the panel, then try again.";
    }
  };
  // Before the paint: a number that is seen must work at once.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || panel.helpShown.value) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey === letters) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
      // By its place on the keyboard: some layouts have other signs there, and so has Alt.
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const place = Number(digit) - 1;
      if (digit === undefined || place >= texts.length) return;
      // Somebody may have given the digit to something else.
      if (Object.values(keys).includes(keyName(digit, letters))) return;
      event.preventDefault();
      void copy(place);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
  return (place) => void copy(place);
}

const BRIEF = 40;

const brief = (text: string): string => {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= BRIEF ? `“${words}”` : `“${words.slice(0, BRIEF).trimEnd()}…”`;
};
