import type { Decision } from "../../../core/index";
import type { Placement } from "../../db";
import { samePlace } from "../../place";
import type { DecisionDraft } from "../../protocol";
import type { OpenedDocument } from "./source";

/**
 * A document as if the drafts were kept already: an answer shows with the key press, and the next key can act on it. What the
 * store has is left as the store has it.
 */
export function withAhead(opened: OpenedDocument, ahead: readonly DecisionDraft[], who: string): OpenedDocument {
  const known = new Set(opened.decisions.map(({ id }) => id));
  const fresh = ahead.filter((draft) => !known.has(draft.id) && samePlace(draft, opened.about));
  if (fresh.length === 0) return opened;
  return {
    ...opened,
    decisions: [
      ...opened.decisions,
      ...fresh.map((draft, n): Decision => ({ ...withoutLine(draft), ...afterAll(n), who })),
    ],
    placements: [
      ...opened.placements,
      ...fresh.map(({ id, document, tab, quote, prefix, suffix, line }): Placement => {
        const row = opened.about.order[line];
        return { id, document, tab, quote, prefix, suffix, ...(row === undefined ? {} : { line: row }) };
      }),
    ],
  };
}

/** After everything that is kept; among themselves in their order. */
const afterAll = (n: number) => ({ at: `9999-12-31T23:59:59.${String(n % 1000).padStart(3, "0")}Z`, rubric: "" });

const withoutLine = ({ line: _, ...draft }: DecisionDraft) => draft;
