import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DocsDocument } from "../../../apps-script/document/docs-json";
import { notesOfDocument } from "../../../apps-script/document/notes-of-document";
import { readNotes } from "../../../cli/readers/read-notes";
import type { Line } from "../../../core/notes/notes";
import { actAs } from "../../google/act-as";
import { checkBody } from "../../google/api/validate";
import { docsApi } from "../../google/docs/docs-api";
import { Workspace } from "../../google/workspace";
import { ana } from "../team";

const folder = join(import.meta.dirname, "samples");

/**
 * Answers of the Docs API, each with its tabs as Google exports them to web pages. Written after the API's description and
 * after exports that were seen, not taken from Google.
 */
const samples = readdirSync(folder).map((name) => ({
  name,
  stored: JSON.parse(readFileSync(join(folder, name, "document.json"), "utf8")) as DocsDocument,
  pages: readdirSync(join(folder, name)).filter((file) => file.endsWith(".html")),
}));

/** What the add-on is given of a document: without what is only suggested. */
function asGiven(stored: DocsDocument): DocsDocument {
  const workspace = new Workspace();
  const id = workspace.addDocument(ana, stored as never);
  return actAs(workspace, ana).docs("documents.get", {
    documentId: id,
    includeTabsContent: true,
    suggestionsViewMode: "PREVIEW_WITHOUT_SUGGESTIONS",
  });
}

/** What the two formats cannot both say. */
const compared = (lines: readonly Line[]) => lines.map(({ checked: _, offset: __, ...line }) => line);

describe.each(samples)("the stored document $name", ({ name, stored, pages }) => {
  test("is what Google's description of the API allows, its places following on each other", () => {
    checkBody(docsApi.description, "Document", stored);
    for (const { documentTab } of [...(stored.tabs ?? []), ...(stored.tabs?.[0]?.childTabs ?? [])]) {
      const blocks = (documentTab?.body?.content ?? []) as readonly { startIndex?: number; endIndex: number }[];
      expect(blocks.map(({ startIndex = 0 }) => startIndex)).toEqual([
        0,
        ...blocks.slice(0, -1).map((one) => one.endIndex),
      ]);
    }
  });

  test("reads the same whether suggestions come marked or left out", () => {
    const given = asGiven(stored);
    expect(notesOfDocument(given).map(({ notes }) => notes.lines)).toEqual(
      notesOfDocument(stored).map(({ notes }) => notes.lines),
    );
  });

  test.each(pages)("gives the lines of the page %s that Google exports", async (page) => {
    const { notes } = await readNotes(readFileSync(join(folder, name, page)), page);
    const tab = notesOfDocument(asGiven(stored)).find(({ tabId }) => `${tabId}.html` === page);
    expect(notes.lines.length).toBeGreaterThan(3);
    expect(compared(tab?.notes.lines ?? [])).toEqual(compared(notes.lines));
  });
});

test("every tab of a stored document has its page", () => {
  const tabs = samples.map(({ stored }) => notesOfDocument(stored).map(({ tabId }) => `${tabId}.html`));
  expect(samples.map(({ pages }) => pages)).toEqual(tabs);
  expect(samples.length).toBeGreaterThan(1);
});
