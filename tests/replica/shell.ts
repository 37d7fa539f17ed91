import type { ReplicaDocument } from "./document";
import type { Options } from "./options";

const ZOOMS = [50, 75, 90, 100, 125, 150, 200];

/** The page before its script runs: what stands around the document, what the script is to put there, and the document as data. */
export function shell(document: ReplicaDocument, options: Options, nonce: string, css: string): string {
  const data = JSON.stringify({ document, options }).replace(/</g, "\\u003c");
  const menus = ["File", "Edit", "View", "Insert", "Format", "Tools", "Extensions", "Help"];
  const zooms = ZOOMS.map((percent) => `<option value="${percent / 100}">${percent}%</option>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(document.title)} - Google Docs</title>
<style>${css}</style>
</head>
<body>
<div id="docs-header-container">
<div id="docs-titlebar"><div id="docs-title-widget"><input class="docs-title-input" aria-label="Rename" value="${escaped(document.title)}"></div></div>
<div id="docs-menubar" role="menubar">${menus.map((menu) => `<span role="menuitem">${menu}</span>`).join("")}</div>
<div id="docs-toolbar-wrapper" role="toolbar"><select id="zoomSelect" aria-label="Zoom">${zooms}</select><span>Normal text</span><span>Arial</span><span>11</span><b>B</b><i>I</i><u>U</u><div id="docs-toolbar-mode-switcher" role="button" aria-label="Editing mode">Editing</div></div>
</div>
<div id="docs-editor-container">
<div class="left-sidebar-container"><h2>Document tabs</h2><div class="left-sidebar-container-content"></div></div>
<template><div class="kix-appview-editor-container">
<div id="kix-horizontal-ruler" class="docs-ruler"></div>
<div id="kix-vertical-ruler" class="docs-ruler"></div>
<div class="kix-appview-editor"><div class="kix-rotatingtilemanager"><div class="kix-rotatingtilemanager-content"></div></div></div>
</div></template>
</div>
<script type="application/json" id="replica-data" nonce="${nonce}">${data}</script>
<script src="/static/document/client/js/replica.js" nonce="${nonce}"></script>
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
