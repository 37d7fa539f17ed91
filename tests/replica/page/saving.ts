import { exportText } from "../export-text";
import type { Editor } from "./editor";

/** How long the page waits after an edit before it tells the server, in milliseconds. */
const SAVE_AFTER_MS = 1500;

/** Sends the text of a tab to the server some time after it was edited, which is why an export lags. */
export function keepSaved(editor: Editor): void {
  let timer = 0;
  editor.onEdit.push(() => {
    const { model } = editor;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const body = JSON.stringify({ tab: model.tab.id, text: exportText(model.paragraphs) });
      const path = location.pathname.replace(/\/edit$/, "/save");
      void fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body }).catch(() => {});
    }, SAVE_AFTER_MS);
  });
}
