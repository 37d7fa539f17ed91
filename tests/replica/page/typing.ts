import type { Editor } from "./editor";
import { moved } from "./moves";
import { ordered } from "./text-model";

/** Takes what is typed in the event iframe, as the editor does: its field is emptied at once, the text goes to the model. */
export function listenForTyping(editor: Editor, iframe: HTMLIFrameElement): void {
  const attach = () => {
    const inner = iframe.contentDocument;
    if (!inner?.body || inner.querySelector("[contenteditable]")) return;
    const field = inner.createElement("div");
    field.setAttribute("contenteditable", "true");
    field.setAttribute("role", "textbox");
    field.setAttribute("aria-label", "Document content");
    inner.body.append(field);
    field.addEventListener("keydown", (event) => onKey(editor, event));
    field.addEventListener("beforeinput", (event) => {
      if (event.isComposing || event.inputType === "insertCompositionText") return;
      event.preventDefault();
      const text = event.data ?? event.dataTransfer?.getData("text/plain");
      if (text) type(editor, text, event.timeStamp);
    });
    field.addEventListener("compositionend", (event) => {
      field.replaceChildren();
      if (event.data) type(editor, event.data, event.timeStamp);
    });
  };
  attach();
  // Some browsers put a new empty document in the iframe once it has loaded.
  iframe.addEventListener("load", attach);
}

/** Gives the keyboard to the document. */
export function focusTyping(iframe: HTMLIFrameElement): void {
  iframe.contentWindow?.focus();
  iframe.contentDocument?.querySelector<HTMLElement>("[contenteditable]")?.focus();
}

function type(editor: Editor, text: string, pressed: number): void {
  editor.counters.key(pressed);
  removeSelected(editor);
  text.split(/\r\n?|\n/).forEach((part, at) => {
    const { model } = editor;
    if (at > 0) {
      model.split(editor.caret);
      editor.select({ line: editor.caret.line + 1, at: 0 });
    }
    if (!part) return;
    const { caret } = editor;
    model.insert(caret, part);
    editor.select({ line: caret.line, at: caret.at + part.length });
  });
  editor.revealCaret();
}

function onKey(editor: Editor, event: KeyboardEvent): void {
  const { key, shiftKey } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
    if (key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) selectAll(editor, event);
    return;
  }
  if (key === "Enter") {
    event.preventDefault();
    type(editor, shiftKey ? "\v" : "\n", event.timeStamp);
  } else if (key === "Backspace" || key === "Delete") {
    event.preventDefault();
    editor.counters.key(event.timeStamp);
    erase(editor, key === "Delete");
    editor.revealCaret();
  } else {
    const place = moved(editor, key);
    if (!place) return;
    event.preventDefault();
    editor.select(shiftKey ? editor.anchor : place, place);
    editor.revealCaret();
  }
}

function selectAll(editor: Editor, event: KeyboardEvent): void {
  event.preventDefault();
  const line = editor.model.paragraphs.length - 1;
  editor.select({ line: 0, at: 0 }, { line, at: editor.model.at(line).text.length });
}

function erase(editor: Editor, forward: boolean): void {
  if (removeSelected(editor)) return;
  const { model, caret } = editor;
  const { text } = model.at(caret.line);
  if (forward ? caret.at < text.length : caret.at > 0) {
    const next = moved(editor, forward ? "ArrowRight" : "ArrowLeft")?.at ?? caret.at;
    model.remove(caret.line, Math.min(caret.at, next), Math.max(caret.at, next));
    editor.select({ line: caret.line, at: Math.min(caret.at, next) });
  } else if (forward) {
    if (caret.line + 1 < model.paragraphs.length) model.join(caret.line + 1);
  } else {
    const length = model.paragraphs[caret.line - 1]?.text.length ?? 0;
    if (model.join(caret.line)) editor.select({ line: caret.line - 1, at: length });
  }
}

function removeSelected(editor: Editor): boolean {
  const [from, to] = ordered(editor.anchor, editor.caret);
  if (from.line === to.line && from.at === to.at) return false;
  const { model } = editor;
  const first = model.at(from.line);
  if (from.line === to.line) model.remove(from.line, from.at, to.at);
  else {
    const text = first.text.slice(0, from.at) + model.at(to.line).text.slice(to.at);
    const { styles: _styles, ...plain } = first;
    model.replace(from.line, to.line - from.line + 1, [{ ...plain, text }]);
  }
  editor.select(from);
  return true;
}
