import type { Stance } from "../../../core/index";
import { samePlace } from "../../place";
import { isNarrowed, type Kind, NO_FILTERS } from "./filters";
import type { Action } from "./keys";
import { createMovement, type Target, targetOf, targets } from "./movement";
import type { Panel } from "./panel";
import { lineWith } from "./panel-lines";
import { count } from "./wording";

/** What belongs to the window that the panel is in. */
export interface Surroundings {
  focusSearch(): void;
  openSettings(): void;
  copyDecisions(): Promise<void>;
}

/** What each action does, as keys and buttons ask for it. */
export type Actions = Readonly<Record<Action, () => void | Promise<void>>>;

const KINDS: readonly Kind[] = ["all", "found", "suggested", "undecided", "people"];
const STANCES: readonly (Stance | "all")[] = ["all", "evidenced", "planned", "contrary"];

/** Makes the actions of a panel. */
export function createActions(panel: Panel, around: Surroundings): Actions {
  const { filters, selected, editing, view, visible, said, decider, source } = panel;

  const { select, step, suggest, at } = createMovement(panel);
  const withTag = (work: (target: Target) => void | Promise<void>) => {
    const target = targetOf(panel);
    if (target) return work(target);
    said.value = "Choose a tag first: n goes to the next suggestion.";
  };
  /** Says so where the document is not the open one but one that was read before: what is asked would happen to the other. */
  const isAway = () => {
    if (panel.live.value || panel.silent.value) return false;
    said.value = "This document is not open here. Open it in Google Docs first.";
    return true;
  };
  const cycle = <Value>(values: readonly Value[], now: Value): Value =>
    values[(values.indexOf(now) + 1) % values.length] as Value;

  return {
    nextLine: () => step(1),
    previousLine: () => step(-1),
    nextSuggestion: () => suggest(1),
    previousSuggestion: () => suggest(-1),
    reveal: async () => {
      const line = panel.lines.value.find(({ id }) => id === selected.value?.line);
      const { value: document } = panel.document;
      if (!line || !document || isAway()) return;
      const answer = await source.reveal(document.about, line.at, line.line.text);
      if (!answer.ok) said.value = answer.error.message;
    },
    caret: async () => {
      const answer = await source.caretLine();
      if (!answer.ok) {
        said.value = answer.error.message;
        return;
      }
      const { line: position, text } = answer.value;
      const about = panel.document.value?.about;
      if (!about || !samePlace(about, answer.value)) {
        said.value = "The cursor is in another document, or in another tab of it.";
        return;
      }
      const line = lineWith(panel.lines.value, position, text);
      if (!line?.line.text) {
        said.value = "The line with the cursor has no words yet, or was not read yet.";
        return;
      }
      if (visible.value.some(({ id }) => id === line.id)) select(line);
      else panel.goTo(about, { at: line.at, text });
      editing.value = "add";
    },
    accept: () =>
      withTag(({ line, tag }) =>
        decider.decide(`Agreed with ${tag.indicator}`, [
          { line: line.at, indicator: tag.indicator, verdict: "accept", stance: tag.stance, reader: tag.reader },
        ]),
      ),
    acceptAll: async () => {
      const open = targets(visible.value).filter(({ tag }) => !tag.standing);
      if (open.length === 0) {
        said.value = "Every suggestion in the list is answered.";
        return;
      }
      await decider.decide(
        `Agreed with ${count(open.length, "suggestion")}`,
        open.map(({ line, tag }) => ({
          line: line.at,
          indicator: tag.indicator,
          verdict: "accept" as const,
          stance: tag.stance,
          reader: tag.reader,
        })),
      );
    },
    reject: () =>
      withTag(({ line, tag }) =>
        decider.decide(`${tag.indicator} is not here`, [
          { line: line.at, indicator: tag.indicator, verdict: "reject", reader: tag.reader },
        ]),
      ),
    add: () => {
      if (at() < 0) select(visible.value[0]);
      if (at() >= 0) editing.value = "add";
      else said.value = "There is no line to add a tag to.";
    },
    stance: () =>
      withTag(() => {
        editing.value = "stance";
      }),
    note: () =>
      withTag(() => {
        editing.value = "note";
      }),
    undo: decider.undo,
    redo: decider.redo,
    search: () => {
      view.value = "lines";
      around.focusSearch();
    },
    dimension: () => {
      view.value = "lines";
      const keys = ["", ...shownDimensions(panel)];
      const next = cycle(keys, filters.value.dimensions[0] ?? "");
      panel.narrow({ dimensions: next ? [next] : [] });
    },
    kind: () => panel.narrow({ kind: cycle(KINDS, filters.value.kind) }),
    stanceFilter: () => panel.narrow({ stance: cycle(STANCES, filters.value.stance) }),
    untagged: () => panel.narrow({ untagged: !filters.value.untagged }),
    onlyNew: () => panel.narrow({ onlyNew: !filters.value.onlyNew }),
    seen: () => {
      panel.markSeen();
      panel.narrow({ onlyNew: false });
      said.value = "From now on, only what comes later is new.";
    },
    clear: () => {
      if (!isNarrowed(filters.value)) return;
      filters.value = { ...NO_FILTERS, untagged: filters.value.untagged };
      said.value = "Everything is shown again.";
    },
    lines: () => {
      view.value = "lines";
    },
    map: () => {
      view.value = "map";
    },
    agenda: () => {
      if (panel.document.value?.about.type === "agenda") view.value = "agenda";
      else said.value = "This document does not look like an agenda.";
    },
    lost: () => {
      if (panel.lost.value.length > 0) view.value = "lost";
      else said.value = "Every decision has its line.";
    },
    meeting: () => {
      const parts = panel.meetings.value.map((_, n): number | "all" => n);
      if (parts.length > 1) panel.showMeeting(cycle(["all" as const, ...parts], panel.meeting.value));
      else said.value = "This document holds one meeting.";
    },
    marks: async () => {
      if (isAway()) return;
      const answer = await source.toggleMarks();
      if (!answer.ok) said.value = answer.error.message;
    },
    copy: around.copyDecisions,
    settings: around.openSettings,
    help: () => {
      panel.helpShown.value = !panel.helpShown.value;
    },
  };
}

/** Keys of the dimensions that are shown. */
export const shownDimensions = ({ rubric, source }: Panel): string[] =>
  rubric.value.dimensions.map(({ key }) => key).filter((key) => !source.hiddenDimensions.value.includes(key));
