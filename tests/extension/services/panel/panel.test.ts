import { computed, signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import type { Decision } from "../../../../core/index";
import { stateOf } from "../../../../extension/components/panel/tag-chip";
import type { Place } from "../../../../extension/protocol";
import { createActions } from "../../../../extension/services/panel/actions";
import { createPanel } from "../../../../extension/services/panel/panel";
import type { PanelSource } from "../../../../extension/services/panel/source";
import { decision, line, tag } from "../../notes";
import { memorySource, opened, timeOf } from "./opened";

afterEach(() => void vi.useRealTimers());

const lines = [
  line("Norms read", "SB1"),
  line("Bus 6 is late"),
  line("Sorted exit tickets", "SL3", "RD1"),
  line("Visit on Thursday", "CT4"),
];

function panelOver(document = opened(lines)) {
  const memory = memorySource(document);
  const panel = createPanel(memory.source, new AbortController().signal);
  const copied: string[] = [];
  const actions = createActions(panel, {
    focusSearch: () => {},
    openSettings: () => {},
    copyDecisions: async () => void copied.push("copied"),
  });
  const states = () => panel.lines.value.flatMap(({ tags }) => tags.map((one) => `${one.indicator} ${stateOf(one)}`));
  return { panel, actions, states, ...memory };
}

test("next suggestion goes through every unanswered tag, and round the end", () => {
  const { panel, actions } = panelOver();
  const seen = Array.from({ length: 5 }, () => {
    void actions.nextSuggestion();
    return panel.selected.value?.indicator;
  });
  expect(seen).toEqual(["SB1", "RD1", "SL3", "CT4", "SB1"]);
});

test("where answered tags leave the list, the next one is still the next one", async () => {
  const { panel, actions } = panelOver();
  panel.narrow({ kind: "undecided" });
  await actions.nextSuggestion();
  await actions.accept();
  expect(panel.visible.value).toHaveLength(2);
  await actions.nextSuggestion();
  expect(panel.selected.value).toEqual({ line: 3, indicator: "RD1" });
});

test("the cursor's line is taken for one of this document only where it is in it, and marks are hidden only where it is open", async () => {
  const memory = memorySource(opened(lines));
  const caret = signal({ document: "doc-2", tab: "", line: 1, text: "Bus 6 is late" });
  const toggled: string[] = [];
  const live = signal(true);
  const source: PanelSource = {
    ...memory.source,
    showing: computed(() => ({ is: "ready", live: live.value, trouble: undefined, document: memory.document.value })),
    caretLine: async () => ({ ok: true, value: caret.value }),
    toggleMarks: async () => {
      toggled.push("toggled");
      return { ok: true, value: undefined };
    },
  };
  const panel = createPanel(source, new AbortController().signal);
  const around = { focusSearch: () => {}, openSettings: () => {}, copyDecisions: async () => {} };
  const actions = createActions(panel, around);
  await actions.caret();
  expect(panel.selected.value).toBeUndefined();
  expect(panel.said.value).toContain("another document");
  caret.value = { ...caret.value, document: "doc-1" };
  await actions.caret();
  expect(panel.selected.value).toEqual({ line: 2 });

  await actions.marks();
  live.value = false;
  await actions.marks();
  expect(toggled).toHaveLength(1);
  expect(panel.said.value).toContain("not open here");
  panel.said.value = "";
  await actions.reveal();
  expect(panel.said.value).toContain("not open here");
});

test("undo and redo walk through accept, restance and a note, step by step", async () => {
  const { panel, actions, states } = panelOver();
  await actions.nextSuggestion();
  await actions.accept();
  await actions.reject();
  const stance = {
    line: 0,
    indicator: "SB1",
    verdict: "restance" as const,
    stance: "planned" as const,
    note: "next week",
  };
  await panel.decider.decide("planned", [stance]);
  const standing = () => {
    const { decision } = panel.lines.value[0]?.tags[0]?.standing ?? {};
    return decision && `${decision.verdict} ${decision.stance} ${decision.note}`.trim();
  };
  const walk: (string | undefined)[] = [];
  for (const step of ["undo", "undo", "undo", "redo", "redo", "redo"] as const) {
    await actions[step]();
    walk.push(standing());
  }
  expect(walk).toEqual([
    "reject",
    "accept evidenced",
    undefined,
    "accept evidenced",
    "reject",
    "restance planned next week",
  ]);
  expect(states()[0]).toBe("SB1 agreed");
  expect(panel.decider.redoLabel.value).toBeUndefined();
});

test("what the same person decides on the card in the document can be taken back here too; what others decide cannot", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(timeOf(0)) });
  const { panel, actions, states, document } = panelOver();
  const decided = (id: string, who: string, verdict: "accept" | "reject", line: number, indicator: string) => {
    const { decisions, placements } = document.value;
    const said = { id, at: timeOf(decisions.length), who, indicator, verdict, note: "" };
    const at = { document: "doc-1", tab: "", quote: "Norms read", prefix: "", suffix: "" };
    const more = { ...at, meeting: "", rubric: "plc@1.0.0", reader: "compact", stance: "evidenced" as const };
    document.value = {
      ...document.value,
      decisions: [...decisions, { ...said, ...more, stance: verdict === "reject" ? "" : "evidenced" }],
      placements: [...placements, { id, ...at, line }],
    };
  };
  decided("own-1", "Roz", "accept", 1, "SB1");
  decided("own-2", "Roz", "reject", 1, "SB1");
  decided("theirs", "Deepa", "accept", 4, "CT4");
  expect(panel.decider.undoLabel.value).toBe("Not here: SB1");
  await actions.undo();
  expect(states()).toEqual(["SB1 agreed", "RD1 found", "SL3 found", "CT4 agreed"]);
  await actions.undo();
  expect(states()[0]).toBe("SB1 found");
  expect(panel.decider.undoLabel.value).toBeUndefined();
  await actions.redo();
  expect(states()[0]).toBe("SB1 agreed");
});

test("a decision without a name that came by a file is not offered to be taken back", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(timeOf(0)) });
  const start = opened(lines);
  const said = { ...decision({ who: "", quote: "Norms read", indicator: "SB1" }), at: timeOf(0) };
  const placements = [
    { id: said.id, document: "doc-1", tab: "", quote: "Norms read", prefix: "", suffix: "", line: 1 },
  ];
  const undoLabel = (one: Decision) => {
    const memory = memorySource({ ...start, decisions: [one], placements });
    const source = { ...memory.source, who: signal("") };
    return createPanel(source, new AbortController().signal).decider.undoLabel.value;
  };
  expect(undoLabel(said)).toBe("Agreed with SB1");
  expect(undoLabel({ ...said, brought: true } as Decision)).toBeUndefined();
});

test("what was decided before the panel was opened can be taken back too, unless it was already, or was long ago", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(timeOf(0)) });
  const first = panelOver();
  const { actions, document } = first;
  await actions.nextSuggestion();
  await actions.accept();
  await actions.reject();
  await actions.undo();
  await actions.nextSuggestion();
  await actions.reject();
  await actions.nextSuggestion();
  await actions.accept();
  await actions.undo();
  expect(first.states()).toEqual(["SB1 agreed", "RD1 rejected", "SL3 found", "CT4 found"]);

  const again = panelOver(document.value);
  expect(again.panel.decider.undoLabel.value).toBe("Not here: RD1");
  await again.actions.undo();
  expect(again.panel.decider.undoLabel.value).toBe("Agreed with SB1");
  await again.actions.undo();
  expect(again.panel.decider.undoLabel.value).toBeUndefined();
  expect(again.states()).toEqual(["SB1 found", "RD1 found", "SL3 found", "CT4 found"]);

  vi.setSystemTime(Date.parse(timeOf(0)) + 13 * 3_600_000);
  expect(panelOver(document.value).panel.decider.undoLabel.value).toBeUndefined();
});

test("agreeing with all that is visible is one step, and leaves what is hidden alone", async () => {
  const { panel, actions, states } = panelOver();
  panel.narrow({ dimensions: ["SL", "CT"] });
  await actions.acceptAll();
  expect(states()).toEqual(["SB1 found", "RD1 found", "SL3 agreed", "CT4 agreed"]);
  await actions.undo();
  expect(states()).toEqual(["SB1 found", "RD1 found", "SL3 found", "CT4 found"]);
});

test("what could not be kept stays on screen, waits, and is sent again under the same ids", async () => {
  const { panel, actions, states, state, asked, document } = panelOver();
  state.refuse = true;
  await actions.nextSuggestion();
  await actions.accept();
  expect(panel.decider.trouble.value?.message).toBe("No room.");
  expect(states()[0]).toBe("SB1 agreed");
  state.refuse = false;
  await panel.decider.retry();
  expect(panel.decider.trouble.value).toBeUndefined();
  expect(asked[1]).toEqual(asked[0]);
  expect(document.value.decisions).toHaveLength(1);
});

test("what can never be kept is let go, and keeps nothing else from being kept", async () => {
  const { panel, actions, states, state, document } = panelOver();
  state.refuse = true;
  await actions.nextSuggestion();
  await actions.accept();
  Object.assign(state, { refuse: false, unfit: "RD1" });
  await actions.nextSuggestion();
  await actions.accept();
  expect(states()).toEqual(["SB1 agreed", "RD1 found", "SL3 found", "CT4 found"]);
  expect(panel.decider.trouble.value?.code).toBe("refused");
  expect(document.value.decisions.map(({ indicator }) => indicator)).toEqual(["SB1"]);
  await actions.nextSuggestion();
  await actions.accept();
  expect(panel.decider.trouble.value).toBeUndefined();
  expect(document.value.decisions.map(({ indicator }) => indicator)).toEqual(["SB1", "SL3"]);
});

test("what could not be kept is sent again by itself once the store has taken something", async () => {
  const { panel, actions, state, asked, document } = panelOver();
  state.refuse = true;
  await actions.nextSuggestion();
  await actions.accept();
  state.refuse = false;
  document.value = { ...document.value, about: { ...document.value.about, version: 2 } };
  await vi.waitFor(() => expect(panel.decider.trouble.value).toBeUndefined());
  expect(asked[1]).toEqual(asked[0]);
  expect(document.value.decisions).toHaveLength(1);
});

test("what waited when an earlier panel was closed is shown and sent again by the next", async () => {
  const first = panelOver();
  first.state.refuse = true;
  await first.actions.nextSuggestion();
  await first.actions.accept();
  const memory = memorySource(opened(lines));
  memory.state.waiting = first.asked.flat();
  memory.state.refuse = true;
  const panel = createPanel(memory.source, new AbortController().signal);
  await vi.waitFor(() => expect(panel.decider.trouble.value?.message).toBe("No room."));
  expect(panel.lines.value[0]?.tags.map(stateOf)).toEqual(["agreed"]);
  memory.state.refuse = false;
  await panel.decider.retry();
  expect(panel.decider.trouble.value).toBeUndefined();
  expect(memory.document.value.decisions).toHaveLength(1);
});

test("a selection stays on its line while that is typed on", () => {
  const { panel, document } = panelOver();
  panel.selected.value = { line: 3, indicator: "SL3" };
  const edited = {
    ...(document.value.lines[2] as (typeof document.value.lines)[number]),
    id: 9,
    text: "Sorted all exit tickets",
  };
  document.value = {
    ...document.value,
    about: { ...document.value.about, order: [1, 2, 9, 4] },
    lines: document.value.lines.map((row) => (row.id === 3 ? edited : row)),
  };
  expect(panel.selected.value).toEqual({ line: 9, indicator: "SL3" });
});

test("new is what came since a person last looked, until they say they have seen it", () => {
  const { panel, actions } = panelOver(opened(lines, { seenLine: 2 }));
  expect(panel.newLines.value).toBe(2);
  void actions.onlyNew();
  expect(panel.visible.value.map(({ id }) => id)).toEqual([3, 4]);
  void actions.seen();
  expect(panel.newLines.value).toBe(0);
  expect(panelOver().panel.newLines.value).toBe(0);
});

test("what was there when the panel left a document is not new any more, and what came since is, at once", () => {
  const memory = memorySource(opened(lines));
  const seen: [string, number][] = [];
  const source = {
    ...memory.source,
    seen: async (place: Place, line: number) => void seen.push([place.document, line]),
  };
  const panel = createPanel(source, new AbortController().signal);
  expect(panel.newLines.value).toBe(0);
  memory.document.value = opened(lines.slice(0, 2), { document: "doc-2" });
  expect(seen).toEqual([["doc-1", 4]]);
  panel.markSeen();
  expect(seen[1]).toEqual(["doc-2", 2]);
  expect(panel.newLines.value).toBe(0);
  memory.document.value = opened([...lines, line("Norms again", "SB1")], { seenLine: 4 });
  expect(panel.newLines.value).toBe(1);
});

test("a line of other notes is gone to when they are there, whatever would hide it", () => {
  const memory = memorySource(opened(lines));
  const chosen: (Place | undefined)[] = [];
  const source = { ...memory.source, choose: (place: Place | undefined) => void chosen.push(place) };
  const panel = createPanel(source, new AbortController().signal);
  panel.view.value = "map";
  const log = [{ ...line("Oct 8 2025"), kind: "heading" as const }, line("Norms read", "SB1")];
  const other = [...log, { ...line("Nov 19 2025"), kind: "heading" as const }, line("Bus 6 is late")];
  panel.goTo({ document: "doc-2", tab: "" }, { at: 7, text: "Norms read", indicator: "SB1" });
  expect(chosen).toEqual([{ document: "doc-2", tab: "" }]);
  expect(panel.selected.value).toBeUndefined();
  memory.document.value = opened(other, { document: "doc-2" });
  expect([panel.view.value, panel.meeting.value]).toEqual(["lines", "all"]);
  expect(panel.selected.value).toEqual({ line: 2, indicator: "SB1" });

  panel.goTo({ document: "doc-2", tab: "" }, { at: 3, text: "Bus 6 is late" });
  expect(panel.visible.value.map(({ id }) => id)).toContain(panel.selected.value?.line);
  panel.goTo({ document: "doc-2", tab: "" }, { at: 3, text: "Long gone" });
  expect(panel.said.value).toContain("not in the notes any more");

  // Who went elsewhere meanwhile is not led away from there later.
  panel.goTo({ document: "doc-3", tab: "" }, { at: 0, text: "Norms read" });
  memory.document.value = opened(lines);
  memory.document.value = opened(lines, { document: "doc-3" });
  expect(panel.selected.value).toBeUndefined();
});

test("a line that was only read again is not new", () => {
  const start = opened(lines, { seenLine: 3, order: [1, 2, 3, 5] });
  const rows = start.lines.map((row) => (row.id === 4 ? { ...row, id: 5, since: 3 } : row));
  expect(panelOver({ ...start, lines: rows }).panel.newLines.value).toBe(0);
});

test("a log shows its latest meeting first, and the others on wish", () => {
  const log = [
    { ...line("Oct 8 2025"), kind: "heading" as const },
    line("Norms read", "SB1"),
    { ...line("Nov 19 2025"), kind: "heading" as const },
    line("Visit on Thursday", "CT4"),
  ];
  const { panel, actions } = panelOver(opened(log));
  expect(panel.visible.value.map(({ line: { text } }) => text)).toEqual(["Visit on Thursday"]);
  void actions.meeting();
  expect(panel.visible.value).toHaveLength(2);
});

test.each([
  [{ search: "TOMAS" }, [1]],
  [{ search: "student work" }, [3]],
  [{ stance: "contrary" as const }, [2]],
  [{ kind: "suggested" as const }, [2]],
  [{ dimensions: ["SL"] }, [3]],
  [{ indicator: "SB1" }, [1]],
  [{ untagged: true }, [1, 2, 3, 4]],
  [{ untagged: true, search: "bus" }, [4]],
])("the filter %j leaves these lines", (filter, ids) => {
  const { panel } = panelOver(
    opened([
      line("Norms, Tomás reads", "SB1"),
      { ...line("No visits"), tags: [tag("CT4", { stance: "contrary", tier: "suggested" })] },
      line("Sorted tickets", "SL3"),
      line("Bus 6 is late"),
    ]),
  );
  panel.narrow(filter);
  expect(panel.visible.value.map(({ id }) => id)).toEqual(ids);
});
