import type { ReplicaDocument } from "../document";
import { type Options, withQuery } from "../options";
import { installAnnotatedText } from "./annotated-text";
import { controlOf } from "./control";
import { Editor } from "./editor";
import { listenForPointer } from "./pointing";
import { keepSaved } from "./saving";
import { TabList } from "./tab-list";
import { keepToolbar } from "./toolbar";
import { focusTyping, listenForTyping } from "./typing";

/** Long enough for a test on a busy machine to look before it, and to ask for it with `arrive()`. */
const LATE_MS = 10_000;

const find = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector) as Kind;
const data = JSON.parse(find("#replica-data").textContent ?? "") as { document: ReplicaDocument; options: Options };
const query = new URLSearchParams(location.search);
const options = withQuery(data.options, query);
// Read once: an extension that comes later than this is not seen.
const extension = window._docs_annotate_canvas_by_ext;

const iframe = find<HTMLIFrameElement>("iframe.docs-texteventtarget-iframe");
const frame = {
  scroller: find(".kix-appview-editor"),
  manager: find(".kix-rotatingtilemanager"),
  content: find(".kix-rotatingtilemanager-content"),
};
const editor = new Editor(data.document, options, frame, () => Boolean(extension), query.get("tab") ?? "");
const tabs = new TabList(find(".left-sidebar-container-content"), data.document.tabs, openTab);

function openTab(id: string): void {
  editor.openTab(id);
  tabs.mark(id);
  const url = new URL(location.href);
  url.searchParams.set("tab", id);
  history.pushState(null, "", url);
}

function arrive(): void {
  if (editor.options.annotations === "late") editor.set({ annotations: "present" });
  if (editor.options.text !== "late") return;
  editor.set({ text: "present" });
  if (extension) installAnnotatedText(editor, extension);
}

/** Another screen, or the browser's own zoom, changes how many device pixels there are to paint. */
function watchRatio(): void {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const again = () => {
    editor.schedule();
    watchRatio();
  };
  query.addEventListener("change", again, { once: true });
}

tabs.mark(editor.model.tab.id);
window.addEventListener("popstate", () => {
  const id = new URLSearchParams(location.search).get("tab") ?? data.document.tabs[0]?.id ?? "";
  editor.openTab(id);
  tabs.mark(id);
});
listenForTyping(editor, iframe);
listenForPointer(editor, () => focusTyping(iframe));
keepSaved(editor);
keepToolbar(editor, find("#zoomSelect"), find("#docs-toolbar-mode-switcher"));
if (extension && options.text !== "absent" && options.text !== "late") installAnnotatedText(editor, extension);
if (options.annotations === "late" || options.text === "late") setTimeout(arrive, LATE_MS);
window.addEventListener("resize", () => editor.schedule());
watchRatio();
// With the first frames come the fonts: what was measured before them is laid out again.
document.fonts.ready.then(() => editor.schedule());
document.fonts.addEventListener("loadingdone", () => editor.fontsCame());
window.__replica = controlOf(editor, { openTab, arrive, focus: () => focusTyping(iframe) });
editor.paint();
focusTyping(iframe);
