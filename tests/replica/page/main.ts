import type { ReplicaDocument } from "../document";
import { type Options, withQuery } from "../options";
import { installAnnotatedText } from "./annotated-text";
import { Boot } from "./boot";
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

const template = find<HTMLTemplateElement>("#docs-editor-container > template");
const container = document.importNode(template.content, true).firstElementChild as HTMLElement;
const part = (name: string) => container.querySelector<HTMLElement>(`.${name}`) as HTMLElement;
const frame = {
  scroller: part("kix-appview-editor"),
  manager: part("kix-rotatingtilemanager"),
  content: part("kix-rotatingtilemanager-content"),
};
const iframe = Object.assign(document.createElement("iframe"), {
  className: "docs-texteventtarget-iframe",
  title: "Text input",
});
const boot = new Boot({
  scroller: () => {
    template.replaceWith(container);
    document.body.append(iframe);
    listenForTyping(editor, iframe);
    focusTyping(iframe);
  },
  pages: () => editor.paint(),
  rects: () => editor.paint(),
  text: () => {
    if (extension && editor.options.text !== "absent" && editor.options.text !== "late")
      installAnnotatedText(editor, extension);
  },
});
const shows = {
  pages: () => boot.has("pages"),
  rects: () => boot.has("rects") && Boolean(extension),
};
const editor = new Editor(data.document, options, frame, shows, query.get("tab") ?? "");
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
  if (extension && boot.has("text")) installAnnotatedText(editor, extension);
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
listenForPointer(editor, () => focusTyping(iframe));
keepSaved(editor);
keepToolbar(editor, find("#zoomSelect"), find("#docs-toolbar-mode-switcher"));
if (options.annotations === "late" || options.text === "late") setTimeout(arrive, LATE_MS);
window.addEventListener("resize", () => editor.schedule());
watchRatio();
// With the first frames come the fonts: what was measured before them is laid out again.
document.fonts.ready.then(() => editor.schedule());
document.fonts.addEventListener("loadingdone", () => editor.fontsCame());
window.__replica = controlOf(editor, { openTab, arrive, boot: () => boot.next(), focus: () => focusTyping(iframe) });
if (options.boots === "at once") while (boot.next());
