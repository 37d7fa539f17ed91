import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { samePlace } from "../../place";
import type { DecisionDraft, Trouble } from "../../protocol";
import { draftDecisions, type Wish } from "../draft-decision";
import { isMine } from "../whose";
import { redone, type Step, undone, voiceBefore } from "./history";
import { notesOf } from "./panel-lines";
import type { OpenedDocument, PanelSource } from "./source";
import { stepsElsewhere } from "./steps-elsewhere";
import { withAhead } from "./with-ahead";

/** Decides, takes back and does again. What could not be kept waits here until it can. */
export interface Decider {
  decide(label: string, wishes: readonly Wish[]): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** What the next undo would take back, and the next redo do again. */
  readonly undoLabel: ReadonlySignal<string | undefined>;
  readonly redoLabel: ReadonlySignal<string | undefined>;
  /** Why the last decisions could not be kept. With the next try they are, but for those that were `refused` for good. */
  readonly trouble: ReadonlySignal<Trouble | undefined>;
  retry(): Promise<void>;
  /** What was decided here and may not have come round by the store yet, oldest first. */
  readonly ahead: ReadonlySignal<readonly DecisionDraft[]>;
}

interface Needs {
  readonly source: PanelSource;
  readonly document: ReadonlySignal<OpenedDocument | undefined>;
  readonly said: Signal<string>;
  readonly ends: AbortSignal;
}

/** Milliseconds for which a decision of before the panel was opened can be taken back in it: a meeting, and what is left of the day. */
const REACH = 12 * 3_600_000;

/** Makes the decider of one panel. */
export function createDecider({ source, document, said, ends }: Needs): Decider {
  const since = new Date(Date.now() - REACH).toISOString();
  const done = signal<readonly Step[]>([]);
  const taken = signal<readonly Step[]>([]);
  const waiting = signal<readonly DecisionDraft[]>([]);
  const ahead = signal<readonly DecisionDraft[]>([]);
  const trouble = signal<Trouble>();

  /** The document with what was decided a moment ago: the next step builds on it. */
  const now = () => document.value && withAhead(document.value, ahead.value, source.who.value);

  /** The last step on this document: what was done on another one is not touched from here. */
  const lastHere = (steps: readonly Step[]) => {
    const about = document.value?.about;
    return steps.findLast(({ moves: [first] }) => first && about && samePlace(first.draft, about));
  };

  /** Sends some; what is kept, or never can be, waits no longer. Resolves to why something could not be kept. */
  const send = async (drafts: readonly DecisionDraft[]): Promise<Trouble | undefined> => {
    const answer = await source.decide(drafts);
    const problem = answer.ok ? undefined : answer.error;
    if (problem && problem.code !== "refused") return problem;
    if (problem && drafts.length > 1) {
      // One that can never be kept must not hold the others up.
      let last: Trouble | undefined;
      for (const draft of drafts) last = (await send([draft])) ?? last;
      return last;
    }
    const others = (draft: DecisionDraft) => !drafts.includes(draft);
    batch(() => {
      waiting.value = waiting.value.filter(others);
      if (problem) ahead.value = ahead.value.filter(others);
    });
    return problem;
  };

  /** Sends what waits, too: the ids stay, so nothing is kept twice. */
  const keep = async (drafts: readonly DecisionDraft[]) => {
    const all = [...waiting.value, ...drafts];
    const stored = new Set(document.value?.decisions.map(({ id }) => id));
    for (const { id } of drafts) known.add(id);
    batch(() => {
      waiting.value = all;
      ahead.value = [...ahead.value.filter((draft) => all.includes(draft) || !stored.has(draft.id)), ...drafts];
    });
    trouble.value = await send(all);
  };

  /** Decisions that are steps of this panel, or too old to be. */
  const known = new Set<string>();
  const stop = effect(() => {
    const opened = document.value;
    if (!opened) return;
    const fresh = opened.decisions.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    // The store took something: it may take what waits, too. Not from within: the effect would follow what it sends.
    if (waiting.peek().length) queueMicrotask(() => void keep([]));
    const own = fresh.filter((decision) => decision.at >= since && isMine(decision, source.who.value));
    if (own.length === 0) return;
    done.value = [...done.peek(), ...stepsElsewhere(opened, own)];
    taken.value = [];
  });
  ends.addEventListener("abort", stop);

  // What an earlier panel could not hand over.
  void source.waiting().then(async (drafts) => {
    if (drafts.length > 0) await keep(drafts);
  });

  return {
    decide: async (label, wishes) => {
      const opened = now();
      if (!opened || wishes.length === 0) return;
      const drafts = draftDecisions(opened.about, notesOf(opened), wishes);
      const moves = drafts.map((draft) => ({
        draft,
        before: voiceBefore(opened, opened.about.order[draft.line] ?? -1, draft.indicator, source.who.value),
      }));
      done.value = [...done.value, { label, moves }];
      taken.value = [];
      said.value = label;
      await keep(drafts);
    },
    undo: async () => {
      const step = lastHere(done.value);
      const opened = now();
      if (!step || !opened) return;
      done.value = done.value.filter((other) => other !== step);
      taken.value = [...taken.value, step];
      said.value = `Taken back: ${step.label}`;
      await keep(undone(step, opened));
    },
    redo: async () => {
      const step = lastHere(taken.value);
      const opened = now();
      if (!step || !opened) return;
      const drafts = redone(step, opened);
      taken.value = taken.value.filter((other) => other !== step);
      done.value = [
        ...done.value,
        { ...step, moves: step.moves.map((move, n) => ({ ...move, draft: drafts[n] ?? move.draft })) },
      ];
      said.value = `Done again: ${step.label}`;
      await keep(drafts);
    },
    undoLabel: computed(() => lastHere(done.value)?.label),
    redoLabel: computed(() => lastHere(taken.value)?.label),
    trouble,
    retry: () => keep([]),
    ahead,
  };
}
