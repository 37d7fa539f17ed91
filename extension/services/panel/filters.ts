import type { DecidedTag, Rubric, Stance } from "../../../core/index";
import type { PanelLine } from "./panel-lines";

/** Which tags are looked for: every kind, or one of them. */
export type Kind = "all" | "found" | "suggested" | "undecided" | "people";

/** What the list is narrowed to. */
export interface Filters {
  /** Keys of dimensions; empty: all. */
  readonly dimensions: readonly string[];
  readonly kind: Kind;
  readonly stance: Stance | "all";
  /** One indicator's code; empty: all. */
  readonly indicator: string;
  readonly search: string;
  /** Lines without a tag too. */
  readonly untagged: boolean;
  readonly onlyNew: boolean;
}

/** Nothing narrowed: every line that has a tag. */
export const NO_FILTERS: Filters = {
  dimensions: [],
  kind: "all",
  stance: "all",
  indicator: "",
  search: "",
  untagged: false,
  onlyNew: false,
};

/** Whether anything but `untagged` narrows the list. */
export const isNarrowed = (filters: Filters): boolean =>
  JSON.stringify({ ...filters, untagged: false }) !== JSON.stringify(NO_FILTERS);

/** The lines that pass, each with the tags that pass. */
export function visibleLines(lines: readonly PanelLine[], filters: Filters, rubric: Rubric): PanelLine[] {
  const dimensionOf = new Map(rubric.indicators.map(({ code, dimension }) => [code, dimension]));
  const wanted = wordsOf(filters.search);
  const named = new Map(rubric.indicators.map(({ code, title }) => [code, fold(`${code} ${title}`)]));
  const passes = (tag: DecidedTag): boolean =>
    (filters.dimensions.length === 0 || filters.dimensions.includes(dimensionOf.get(tag.indicator) ?? "")) &&
    (filters.stance === "all" || tag.stance === filters.stance) &&
    (filters.indicator === "" || tag.indicator === filters.indicator) &&
    ofKind(tag, filters.kind);
  const byTag =
    filters.dimensions.length > 0 || filters.kind !== "all" || filters.stance !== "all" || filters.indicator !== "";
  return lines.flatMap((line) => {
    if (filters.onlyNew && !line.isNew) return [];
    const tags = line.tags.filter(passes);
    if (tags.length === 0 && (byTag || !filters.untagged)) return [];
    if (!line.line.text) return [];
    if (wanted.length > 0) {
      const text = fold(`${line.line.text} ${tags.map(({ indicator }) => named.get(indicator) ?? "").join(" ")}`);
      if (!wanted.every((word) => text.includes(word))) return [];
    }
    return [{ ...line, tags }];
  });
}

function ofKind(tag: DecidedTag, kind: Kind): boolean {
  switch (kind) {
    case "all":
      return true;
    case "undecided":
      return !tag.standing;
    case "people":
      return tag.standing !== undefined;
    default:
      return !tag.standing && tag.tier === kind;
  }
}

const wordsOf = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean);

/** Lower case and without accents, so that "Tomas" finds "Tomás". */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
