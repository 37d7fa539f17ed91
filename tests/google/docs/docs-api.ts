import type { docs_v1 } from "@googleapis/docs";
import { ApiError } from "../api/api-error";
import { descriptionIn } from "../api/description";
import { type Api, type Call, text } from "../api/method";
import { mayWrite, roleOf } from "../drive/stored-file";
import { type SuggestionsView, viewTab } from "./suggestions";

/** What a document's content is made of where it is given without tabs. */
const CONTENT = [
  "body",
  "headers",
  "footers",
  "footnotes",
  "documentStyle",
  "suggestedDocumentStyleChanges",
  "namedStyles",
  "suggestedNamedStylesChanges",
  "lists",
  "namedRanges",
  "inlineObjects",
  "positionedObjects",
] as const;

function get(call: Call<unknown>): docs_v1.Schema$Document {
  const { workspace, caller, parameters } = call;
  const id = text(parameters, "documentId");
  const file = workspace.open(caller, "docs", id, false);
  const seesSuggestions = mayWrite(roleOf(file, caller.user));
  const asked = parameters.suggestionsViewMode ?? "DEFAULT_FOR_CURRENT_ACCESS";
  if (asked === "SUGGESTIONS_INLINE" && !seesSuggestions) {
    throw new ApiError("PERMISSION_DENIED", "The caller does not have permission", "forbidden");
  }
  const own = seesSuggestions ? "SUGGESTIONS_INLINE" : "PREVIEW_WITHOUT_SUGGESTIONS";
  const view = (asked === "DEFAULT_FOR_CURRENT_ACCESS" ? own : asked) as SuggestionsView;
  const document = workspace.documents.get(id) as docs_v1.Schema$Document;
  const tabs = (document.tabs ?? []).map((tab) => viewTab(tab, view));
  const about = {
    title: file.name,
    revisionId: `revision-${file.version}`,
    suggestionsViewMode: view,
    documentId: id,
  };
  if (parameters.includeTabsContent === true) return { ...about, tabs };
  const first = tabs[0]?.documentTab ?? {};
  return { ...about, ...Object.fromEntries(CONTENT.flatMap((name) => (first[name] ? [[name, first[name]]] : []))) };
}

/** The Docs API v1. */
export const docsApi: Api = {
  name: "docs",
  description: descriptionIn("@googleapis/docs/build/v1.d.ts"),
  methods: {
    "documents.get": {
      verb: "GET",
      path: "/v1/documents/{documentId}",
      parameters: "Params$Resource$Documents$Get",
      answer: "Document",
      quota: "read",
      run: get,
    },
  },
};
