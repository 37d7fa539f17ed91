import type { Editor } from "./editor";

/** Keeps what the toolbar says in step with the options, and lets a person choose the zoom. */
export function keepToolbar(editor: Editor, zoom: HTMLSelectElement, mode: HTMLElement): void {
  zoom.addEventListener("change", () => editor.set({ zoom: Number(zoom.value) }));
  const show = () => {
    const { options } = editor;
    zoom.value = String(options.zoom);
    mode.setAttribute("aria-label", options.mode);
    mode.textContent = options.mode.replace(" mode", "");
  };
  editor.onOptions.push(show);
  show();
}
