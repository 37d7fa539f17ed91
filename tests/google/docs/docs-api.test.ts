import type { docs_v1 } from "@googleapis/docs";
import { describe, expect, test } from "vitest";
import { actAs } from "../act-as";
import { ana, ben, refusal } from "../sheets/desk";
import { Workspace } from "../workspace";

type Run = readonly [text: string, marks?: docs_v1.Schema$TextRun];

/** A tab of one paragraph for each list of runs, its places counted from 1 as Google does. */
function tabOf(paragraphs: readonly (readonly Run[])[], tabId = "t.0"): docs_v1.Schema$Tab {
  let at = 1;
  const content = paragraphs.map((runs) => {
    const startIndex = at;
    const elements = runs.map(([text, marks = {}]) => {
      const element = { startIndex: at, endIndex: at + text.length, textRun: { content: text, ...marks } };
      at += text.length;
      return element;
    });
    return { startIndex, endIndex: at, paragraph: { elements } };
  });
  return { tabProperties: { tabId, title: "Tab" }, documentTab: { body: { content } } };
}

const inserted = { suggestedInsertionIds: ["s1"] };
const deleted = { suggestedDeletionIds: ["s2"] };

function newDocument() {
  const workspace = new Workspace();
  const tab = tabOf([
    [["We "], ["will ", inserted], ["meet", deleted], [" soon\n"]],
    [["New line\n", inserted]],
    [["End\n"]],
  ]);
  const child = tabOf([[["Child\n"]]], "t.1");
  const id = workspace.addDocument(ana, {
    title: "Notes",
    tabs: [{ ...tab, childTabs: [child] }, tabOf([[["Second\n"]]], "t.2")],
  });
  workspace.share(id, ben, "reader");
  const get = (options: object = {}, user = ana) =>
    actAs(workspace, user).docs<docs_v1.Schema$Document>("documents.get", { documentId: id, ...options });
  return { workspace, id, get };
}

const texts = (body: docs_v1.Schema$Body | undefined): string =>
  (body?.content ?? [])
    .flatMap(({ paragraph }) => (paragraph?.elements ?? []).map(({ textRun }) => textRun?.content))
    .join("");

describe("documents.get", () => {
  test("gives tabs and no content of its own with includeTabsContent, children within their parents", () => {
    const document = newDocument().get({ includeTabsContent: true });
    expect(document).not.toHaveProperty("body");
    expect(document.tabs?.map(({ tabProperties }) => tabProperties?.tabId)).toEqual(["t.0", "t.2"]);
    expect(document.tabs?.[0]?.childTabs?.[0]?.tabProperties?.tabId).toBe("t.1");
  });

  test("gives the first tab's content and no tabs without it", () => {
    const document = newDocument().get();
    expect(document).not.toHaveProperty("tabs");
    expect(texts(document.body)).toContain("We will meet soon");
  });

  test.each([
    ["SUGGESTIONS_INLINE", "We will meet soon\nNew line\nEnd\n"],
    ["PREVIEW_SUGGESTIONS_ACCEPTED", "We will  soon\nNew line\nEnd\n"],
    ["PREVIEW_WITHOUT_SUGGESTIONS", "We meet soon\nEnd\n"],
  ])("shows suggestions as %s asks", (suggestionsViewMode, expected) => {
    expect(texts(newDocument().get({ suggestionsViewMode }).body)).toBe(expected);
  });

  test("counts places anew where something is left out", () => {
    const content = newDocument().get({ suggestionsViewMode: "PREVIEW_WITHOUT_SUGGESTIONS" }).body?.content;
    expect(content?.map(({ startIndex, endIndex }) => [startIndex, endIndex])).toEqual([
      [1, 14],
      [14, 18],
    ]);
    expect(JSON.stringify(content)).not.toContain("suggested");
  });

  test("shows suggestions by default to those who may edit, and refuses them to others", () => {
    const { get } = newDocument();
    expect(get({}, ana).suggestionsViewMode).toBe("SUGGESTIONS_INLINE");
    expect(texts(get({}, ben).body)).toBe("We meet soon\nEnd\n");
    expect(refusal(() => get({ suggestionsViewMode: "SUGGESTIONS_INLINE" }, ben))).toBe(
      "403 The caller does not have permission",
    );
  });

  test("opens a document under drive.file only once it is granted", () => {
    const { workspace, id } = newDocument();
    const read = () =>
      actAs(workspace, ana, { project: "app", scopes: ["drive.file"] }).docs("documents.get", {
        documentId: id,
        fields: "title",
      });
    expect(refusal(read)).toBe("404 Requested entity was not found.");
    workspace.grant(ana, "app", id);
    expect(read()).toEqual({ title: "Notes" });
  });

  test("gives another revision once a document was edited", () => {
    const { workspace, id, get } = newDocument();
    const before = get().revisionId;
    workspace.editDocument(id, { tabs: [tabOf([[["Other\n"]]])] });
    expect(get().revisionId).not.toBe(before);
    expect(texts(get().body)).toBe("Other\n");
  });

  test("refuses another kind of file", () => {
    const { workspace } = newDocument();
    const sheet = workspace.addSpreadsheet(ana, "S");
    expect(refusal(() => actAs(workspace, ana).docs("documents.get", { documentId: sheet }))).toContain(
      "not supported",
    );
  });
});
