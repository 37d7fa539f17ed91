import type { DocsDocument } from "../document/docs-json";
import type { Services } from "../worker/services";
import { switchedOn } from "./switched-on";

const documents = () => switchedOn(typeof Docs === "undefined" ? undefined : Docs, "Google Docs API").Documents;

/** Google Docs, through its advanced service: it gives tabs and the ids of headings, and needs `drive.file` only. */
export const documentsService: Services["documents"] = {
  read: (id) =>
    documents().get(id, {
      includeTabsContent: true,
      // What is only suggested has not been agreed on.
      suggestionsViewMode: "PREVIEW_WITHOUT_SUGGESTIONS",
    }) as DocsDocument,
};

/** Makes a document with one paragraph for each line. Only the self-test writes documents. */
export function makeDocument(title: string, lines: readonly string[]): string {
  const id = documents().create({ title }).documentId ?? "";
  const text = lines.map((line) => `${line}\n`).join("");
  documents().batchUpdate({ requests: [{ insertText: { location: { index: 1 }, text } }] }, id);
  return id;
}
