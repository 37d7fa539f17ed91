import type { DecidedTag } from "../../../core/index";
import { STANCE_WORDS, whoInWords } from "../../services/panel/wording";
import { usePanel } from "./panel-context";

interface Props {
  readonly tag: DecidedTag;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** One tag of a line: its code, how it shows, and whether a person stands by it. */
export function TagChip({ tag, selected, onSelect }: Props) {
  const { panel } = usePanel();
  const { indicator, dimension } = placeOf(panel.rubric.value, tag.indicator);
  const state = stateOf(tag);
  const stance = STANCE_WORDS[tag.stance];
  return (
    <button
      type="button"
      class="chip"
      data-dim={dimension}
      data-state={state}
      data-stance={tag.stance}
      data-code={tag.indicator}
      aria-pressed={selected}
      onClick={onSelect}
    >
      <span class="chip-code">
        <span aria-hidden="true">{stance.mark}</span> {tag.indicator}
      </span>
      <span class="chip-title">{indicator?.title}</span>
      <span class="hidden-label">
        , {stance.name.toLowerCase()}. {whoInWords(tag, panel.source.who.value)}.
      </span>
      {state === "agreed" && <span aria-hidden="true">✓</span>}
    </button>
  );
}

/** `agreed` and `rejected` by people; else as sure as the reader was. */
export function stateOf({ standing, tier }: DecidedTag): "agreed" | "rejected" | "found" | "suggested" {
  if (!standing) return tier;
  return standing.decision.verdict === "reject" ? "rejected" : "agreed";
}

/** An indicator by code, with the position of its dimension's colour. */
export function placeOf(
  rubric: {
    readonly indicators: readonly { code: string; title: string; dimension: string; text: string }[];
    readonly dimensions: readonly { key: string }[];
  },
  code: string,
) {
  const indicator = rubric.indicators.find((other) => other.code === code);
  const position = rubric.dimensions.findIndex(({ key }) => key === indicator?.dimension);
  return { indicator, dimension: Math.max(0, position) % 8 };
}
