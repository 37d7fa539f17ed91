import type { DocsDocument } from "../document/docs-json";
import type { Services } from "../worker/services";
import { switchedOn } from "./switched-on";

/** Google Docs, through its advanced service: it gives tabs and the ids of headings, and needs `drive.file` only. */
export const documentsService: Services["documents"] = {
  read: (id) =>
    switchedOn(typeof Docs === "undefined" ? undefined : Docs, "Google Docs API").Documents.get(id, {
      includeTabsContent: true,
      // What is only suggested has not been agreed on.
      suggestionsViewMode: "PREVIEW_WITHOUT_SUGGESTIONS",
    }) as DocsDocument,
};
