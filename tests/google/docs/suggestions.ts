import type { docs_v1 } from "@googleapis/docs";

/** How suggested changes are shown. */
export type SuggestionsView = "SUGGESTIONS_INLINE" | "PREVIEW_SUGGESTIONS_ACCEPTED" | "PREVIEW_WITHOUT_SUGGESTIONS";

interface Suggested {
  readonly suggestedInsertionIds?: readonly string[];
  readonly suggestedDeletionIds?: readonly string[];
}
interface Placed {
  readonly startIndex?: number;
  readonly endIndex?: number;
}
type Json = unknown;

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The first part of an element that says whether it was suggested. */
const partOf = (element: Record<string, Json>): Suggested =>
  (Object.values(element).find(
    (part) => isObject(part) && ("suggestedInsertionIds" in part || "suggestedDeletionIds" in part),
  ) ?? element) as Suggested;

/** Content as it would read with all suggestions accepted or none; places behind what is gone move up. */
function previewed(content: Json, accepted: boolean): Json {
  const gone: (readonly [number, number])[] = [];
  const isGone = (element: Json): boolean => {
    if (!isObject(element)) return false;
    const { suggestedInsertionIds = [], suggestedDeletionIds = [] } = partOf(element);
    return (accepted ? suggestedDeletionIds : suggestedInsertionIds).length > 0;
  };
  function keep(value: Json): Json {
    if (Array.isArray(value)) {
      return value.flatMap((item) => {
        if (isGone(item)) {
          const { startIndex = 0, endIndex = 0 } = item as Placed;
          gone.push([startIndex, endIndex]);
          return [];
        }
        const kept = keep(item);
        const elements = isObject(kept) && isObject(kept.paragraph) ? kept.paragraph.elements : undefined;
        return Array.isArray(elements) && elements.length === 0 ? [] : [kept];
      });
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => (name.startsWith("suggested") ? [] : [[name, keep(inner)]])),
    );
  }
  const kept = keep(content);
  const moved = (index: number): number =>
    index - gone.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, index) - start), 0);
  const place = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(place);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        (name === "startIndex" || name === "endIndex") && typeof inner === "number" ? moved(inner) : place(inner),
      ]),
    );
  };
  return place(kept);
}

/** A tab as a view of its suggestions shows it; each of its bodies counts its places for itself. */
export function viewTab(tab: docs_v1.Schema$Tab, view: SuggestionsView): docs_v1.Schema$Tab {
  const children = tab.childTabs?.map((child) => viewTab(child, view));
  const document = tab.documentTab;
  if (view === "SUGGESTIONS_INLINE" || !document) return { ...tab, ...(children ? { childTabs: children } : {}) };
  const accepted = view === "PREVIEW_SUGGESTIONS_ACCEPTED";
  const segments = (name: "headers" | "footers" | "footnotes") => {
    const all = document[name];
    if (!all) return {};
    return { [name]: Object.fromEntries(Object.entries(all).map(([id, one]) => [id, previewed(one, accepted)])) };
  };
  return {
    ...tab,
    documentTab: {
      ...document,
      ...(document.body ? { body: previewed(document.body, accepted) as docs_v1.Schema$Body } : {}),
      ...segments("headers"),
      ...segments("footers"),
      ...segments("footnotes"),
    },
    ...(children ? { childTabs: children } : {}),
  };
}
