import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import { type AdaptedRubric, adaptRubric } from "../../../core/index";
import { samePlace } from "../../place";
import type { Place, Trouble } from "../../protocol";
import { createDecider, type Decider } from "./decider";
import { type Filters, NO_FILTERS, visibleLines } from "./filters";
import { createGoing, type Goal } from "./go-to";
import {
  type LostLine,
  latestMeeting,
  lostLines,
  type MeetingPart,
  meetingParts,
  notesOf,
  type PanelLine,
  panelLines,
} from "./panel-lines";
import type { OpenedDocument, PanelSource } from "./source";
import { withAhead } from "./with-ahead";

/** Which of the panel's pages is in front. */
export type View = "lines" | "map" | "agenda" | "lost";

/** The tag that keys and buttons act on. */
export interface Selection {
  readonly line: number;
  /** Absent: the line as a whole. */
  readonly indicator?: string;
}

/** What is open over the selected line. */
export type Editing = "none" | "add" | "stance" | "note";

/** Everything the panel shows and can do, apart from how it looks. */
export interface Panel {
  readonly source: PanelSource;
  readonly decider: Decider;
  readonly document: ReadonlySignal<OpenedDocument | undefined>;
  readonly live: ReadonlySignal<boolean>;
  /** See `Showing`. */
  readonly silent: ReadonlySignal<boolean>;
  /** Why what is read of the document now is not kept. */
  readonly trouble: ReadonlySignal<Trouble | undefined>;
  readonly rubric: ReadonlySignal<AdaptedRubric>;
  readonly lines: ReadonlySignal<readonly PanelLine[]>;
  readonly visible: ReadonlySignal<readonly PanelLine[]>;
  readonly meetings: ReadonlySignal<readonly MeetingPart[]>;
  /** Position of the meeting shown, or "all". */
  readonly meeting: ReadonlySignal<number | "all">;
  readonly lost: ReadonlySignal<readonly LostLine[]>;
  readonly newLines: ReadonlySignal<number>;
  readonly filters: Signal<Filters>;
  readonly view: Signal<View>;
  readonly selected: Signal<Selection | undefined>;
  readonly editing: Signal<Editing>;
  readonly helpShown: Signal<boolean>;
  /** Said to the person, once, after something was done or could not be. */
  readonly said: Signal<string>;
  narrow(change: Partial<Filters>): void;
  showMeeting(meeting: number | "all"): void;
  /** Selects a line of these notes or of other ones that are kept, and shows everything that would hide it. */
  goTo(place: Place, goal: Goal): void;
  /** From now on, only what comes later is new. Happens by itself as the panel goes on to another document. */
  markSeen(): void;
}

/** Makes the panel over a source, until `ends`. */
export function createPanel(source: PanelSource, ends: AbortSignal): Panel {
  const filters = signal(NO_FILTERS);
  const view = signal<View>("lines");
  const selected = signal<Selection>();
  const editing = signal<Editing>("none");
  const said = signal("");
  const chosenMeeting = signal<number | "all">();
  /** What was the newest line seen when the panel came to this document; it stays while the person looks. */
  const seenLine = signal<number>();

  const stored = computed(() => (source.showing.value.is === "ready" ? source.showing.value.document : undefined));
  const decider = createDecider({ source, document: stored, said, ends });
  const document = computed(() => stored.value && withAhead(stored.value, decider.ahead.value, source.who.value));
  const rubric = computed(() => {
    const { rubric: plain, model, level } = source.rubric.value;
    return adaptRubric(plain, { model, level: level === "none" ? undefined : level });
  });
  const shown = computed(
    () =>
      new Set(
        rubric.value.indicators
          .filter(({ dimension }) => !source.hiddenDimensions.value.includes(dimension))
          .map(({ code }) => code),
      ),
  );
  const lines = computed(() => (document.value ? panelLines(document.value, shown.value, seenLine.value) : []));
  const meetings = computed(() => (document.value ? meetingParts(notesOf(document.value)) : []));
  const meeting = computed(() => {
    const parts = meetings.value;
    const choice = chosenMeeting.value ?? latestMeeting(parts);
    return parts.length < 2 || choice === "all" || choice >= parts.length ? "all" : choice;
  });
  const inMeeting = computed(() => {
    const part = meeting.value === "all" ? undefined : meetings.value[meeting.value];
    return part ? lines.value.slice(part.from, part.to) : lines.value;
  });
  const visible = computed(() => visibleLines(inMeeting.value, filters.value, rubric.value));

  const showMeeting = (choice: number | "all") => {
    chosenMeeting.value = choice;
  };
  const going = createGoing({ source, document, lines, visible, filters, view, selected, editing, said, showMeeting });

  let last: OpenedDocument | undefined;
  const markSeen = () => {
    if (!last) return;
    // Not Math.max over a spread list: a long document would overflow the stack.
    const newest = last.about.order.reduce((most, id) => Math.max(most, id), 0);
    seenLine.value = newest;
    void source.seen(last.about, newest);
  };

  const stop = effect(() => {
    const opened = document.value;
    if (!opened) return;
    const stays = last && samePlace(last.about, opened.about);
    if (!stays) markSeen();
    last = opened;
    if (stays) return;
    batch(() => {
      seenLine.value = opened.about.seenLine;
      selected.value = undefined;
      editing.value = "none";
      chosenMeeting.value = undefined;
      filters.value = NO_FILTERS;
      view.value = "lines";
    });
    untracked(() => going.arrived(opened.about));
  });
  ends.addEventListener("abort", stop);

  /** A line that is typed on becomes a new row: the selection stays where it was. */
  let selectedAt = -1;
  const hold = effect(() => {
    const now = selected.value;
    if (!now) return;
    const position = lines.value.findIndex(({ id }) => id === now.line);
    const instead = lines.value[selectedAt];
    if (position >= 0) selectedAt = position;
    else if (instead) selected.value = { ...now, line: instead.id };
  });
  ends.addEventListener("abort", hold);

  return {
    source,
    decider,
    document,
    live: computed(() => source.showing.value.is === "ready" && source.showing.value.live),
    silent: computed(() => source.showing.value.is === "ready" && source.showing.value.silent === true),
    trouble: computed(() => (source.showing.value.is === "ready" ? source.showing.value.trouble : undefined)),
    rubric,
    lines,
    visible,
    meetings,
    meeting,
    lost: computed(() => (document.value ? lostLines(document.value) : [])),
    newLines: computed(() => lines.value.filter(({ isNew, line }) => isNew && line.text).length),
    filters,
    view,
    selected,
    editing,
    helpShown: signal(false),
    said,
    narrow: (change) => {
      filters.value = { ...filters.value, ...change };
    },
    showMeeting,
    goTo: going.goTo,
    markSeen,
  };
}
