import { computed, signal } from "@preact/signals";
import { type Decision, plcRubric } from "../../../../core/index";
import type { Placement } from "../../../../extension/db";
import type { DecisionDraft, TaggedLine, Trouble } from "../../../../extension/protocol";
import type { OpenedDocument, PanelSource, Showing } from "../../../../extension/services/panel/source";

/** An opened document with these lines, whose ids count from 1. */
export function opened(lines: readonly TaggedLine[], about: Partial<OpenedDocument["about"]> = {}): OpenedDocument {
  return {
    about: {
      ...{ document: "doc-1", tab: "", title: "Grade 4", type: "minutes", rubric: "plc@1.0.0" },
      way: { text: "annotated", marks: "annotated" },
      ...{ version: 1, order: lines.map((_, at) => at + 1), readAt: 1 },
      ...about,
    },
    lines: lines.map((line, at) => ({ ...line, id: at + 1, document: "doc-1", tab: "" })),
    decisions: [],
    placements: [],
  };
}

/** A source over one document that keeps what is decided as the store does; `refuse` makes it say there is no room, `unfit` that a code cannot be kept. */
export function memorySource(start: OpenedDocument) {
  const document = signal(start);
  const asked: (readonly DecisionDraft[])[] = [];
  const state = {
    refuse: false,
    unfit: "",
    waiting: [] as readonly DecisionDraft[],
    trouble: signal<Trouble>(),
  };
  const source: PanelSource = {
    showing: computed(
      (): Showing => ({ is: "ready", live: true, trouble: state.trouble.value, document: document.value }),
    ),
    kept: signal([]),
    rubric: signal({ rubric: plcRubric, model: "none" as const, level: "none" as const }),
    who: signal("Roz"),
    hiddenDimensions: signal<readonly string[]>([]),
    marksShown: signal(true),
    earlier: async () => ({ ok: true, value: [] }),
    decide: async (drafts) => {
      asked.push(drafts);
      if (state.refuse) return { ok: false, error: { code: "full", message: "No room." } };
      if (drafts.some(({ indicator }) => indicator === state.unfit))
        return { ok: false, error: { code: "refused", message: "This could not be kept." } };
      const known = new Set(document.value.decisions.map(({ id }) => id));
      const fresh = drafts.filter(({ id }) => !known.has(id));
      const { decisions, placements, about } = document.value;
      document.value = {
        ...document.value,
        decisions: [
          ...decisions,
          ...fresh.map(
            ({ line: _, ...draft }, n): Decision => ({
              ...draft,
              at: timeOf(decisions.length + n),
              who: "Roz",
              rubric: "plc@1.0.0",
            }),
          ),
        ],
        placements: [
          ...placements,
          ...fresh.map(({ id, document: of, tab, quote, prefix, suffix, line }): Placement => {
            const row = about.order[line];
            return { id, document: of, tab, quote, prefix, suffix, ...(row === undefined ? {} : { line: row }) };
          }),
        ],
      };
      return { ok: true, value: undefined };
    },
    waiting: async () => state.waiting,
    seen: async () => {},
    reveal: async () => ({ ok: true, value: undefined }),
    toggleMarks: async () => ({ ok: true, value: undefined }),
    caretLine: async () => ({ ok: false, error: { code: "absent", message: "The page does not tell." } }),
    choose: () => {},
    askPermission: async () => {},
    reloadPage: async () => {},
  };
  return { source, document, asked, state };
}

/** When the nth decision of a source in memory was made. */
export const timeOf = (n: number) => new Date(Date.UTC(2025, 10, 19, 15, 0, 0, n)).toISOString();
