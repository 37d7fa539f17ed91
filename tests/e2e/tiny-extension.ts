import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratch } from "../cli/scratch";

export const TINY_ID = "tiny@plumbline.test";

/** An extension that does nothing but name itself to the page and leave a trace; `key` as in a manifest. */
export function tinyExtension(key?: string): string {
  const folder = scratch();
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const script = (file: string, world: string) => ({
    matches: ["https://docs.google.com/document/*"],
    js: [file],
    run_at: "document_start",
    world,
  });
  write(
    "manifest.json",
    JSON.stringify({
      manifest_version: 3,
      ...(key === undefined ? {} : { key }),
      name: "tiny",
      version: "1",
      background: { service_worker: "worker.js", scripts: ["worker.js"] },
      host_permissions: ["https://docs.google.com/*"],
      browser_specific_settings: { gecko: { id: TINY_ID } },
      content_scripts: [script("main.js", "MAIN"), script("content.js", "ISOLATED")],
    }),
  );
  write("main.js", 'window._docs_annotate_canvas_by_ext = "tiny";');
  write("content.js", "document.documentElement.dataset.tiny = document.readyState;");
  write("worker.js", 'self.addEventListener("install", () => {});');
  write("panel.html", "<!doctype html><title>Panel</title>");
  return folder;
}
