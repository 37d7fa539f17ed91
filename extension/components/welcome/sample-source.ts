import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Decision, type Line, type Notes, plcRubric, type Tagger } from "../../../core/index";
import type { Placement, StoredLine } from "../../db";
import type { PanelSource, Showing } from "../../services/panel/source";
import { rubricName } from "../../services/rubric-in-force";

const PLACE = { document: "sample", tab: "" };

/** The sample document of the first-run page: a panel's source in memory, of which nothing is kept. */
export interface Sample extends PanelSource {
  readonly lines: ReadonlySignal<readonly StoredLine[]>;
  /** The line that is lit up, by position; -1: none. */
  readonly lit: Signal<number>;
  /** Writes the last line, as the person's own. */
  write(text: string): void;
}

/** Makes a sample of these notes. */
export function createSample(tagger: Tagger, notes: Notes): Sample {
  const own = signal("");
  const written = signal(0);
  const decisions = signal<readonly Decision[]>([]);
  const placements = signal<readonly Placement[]>([]);
  const marksShown = signal(true);
  const lit = signal(-1);
  const lines = computed((): StoredLine[] => {
    const mine: Line[] = own.value.trim() ? [{ kind: "bullet", text: own.value.trim() }] : [];
    const tagged = tagger.tag({ ...notes, lines: [...notes.lines, ...mine] });
    return tagged.notes.lines.map((line, at) => ({
      ...line,
      ...PLACE,
      id: at < notes.lines.length ? at + 1 : 1000 + written.value,
      tags: tagged.tags[at] ?? [],
    }));
  });
  const showing = computed(
    (): Showing => ({
      is: "ready",
      live: true,
      trouble: undefined,
      document: {
        about: {
          ...PLACE,
          title: notes.title ?? "",
          ...(notes.date === undefined ? {} : { date: notes.date }),
          type: "minutes",
          rubric: rubricName(plcRubric),
          way: { text: "annotated", marks: "annotated" },
          version: written.value,
          order: lines.value.map(({ id }) => id),
          readAt: 0,
        },
        lines: lines.value,
        decisions: decisions.value,
        placements: placements.value,
      },
    }),
  );
  return {
    lines,
    lit,
    showing,
    marksShown,
    write: (text) => {
      written.value++;
      own.value = text;
    },
    kept: signal([]),
    rubric: signal({ rubric: plcRubric, model: "none", level: "none" }),
    who: signal(""),
    hiddenDimensions: signal([]),
    earlier: async () => ({ ok: true, value: [] }),
    decide: async (drafts) => {
      const at = (n: number) => new Date(Date.now() + n + decisions.value.length).toISOString();
      const order = lines.value.map(({ id }) => id);
      decisions.value = [
        ...decisions.value,
        ...drafts.map(({ line: _, ...draft }, n) => ({ ...draft, at: at(n), who: "", rubric: rubricName(plcRubric) })),
      ];
      placements.value = [
        ...placements.value,
        ...drafts.map(({ id, document, tab, quote, prefix, suffix, line }) => {
          const row = order[line];
          return { id, document, tab, quote, prefix, suffix, ...(row === undefined ? {} : { line: row }) };
        }),
      ];
      return { ok: true, value: undefined };
    },
    waiting: async () => [],
    seen: async () => {},
    reveal: async (_place, line) => {
      lit.value = line;
      return { ok: true, value: undefined };
    },
    toggleMarks: async () => {
      marksShown.value = !marksShown.value;
      return { ok: true, value: undefined };
    },
    caretLine: async () => {
      const at = Math.max(0, lit.value);
      return { ok: true, value: { ...PLACE, line: at, text: lines.value[at]?.text ?? "" } };
    },
    choose: () => {},
    askPermission: async () => {},
    reloadPage: async () => {},
  };
}
