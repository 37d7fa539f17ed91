import { batch } from "@preact/signals";
import { samePlace } from "../../place";
import type { Place } from "../../protocol";
import { NO_FILTERS } from "./filters";
import type { Panel } from "./panel";
import { lineWith } from "./panel-lines";

/** A line to go to, by its words; `at`, from 0, is where it was last seen. */
export interface Goal {
  readonly at: number;
  readonly text: string;
  readonly indicator?: string;
}

type Needs = Pick<
  Panel,
  "source" | "document" | "lines" | "visible" | "filters" | "view" | "selected" | "editing" | "said" | "showMeeting"
>;

/** Makes what goes to a line. `arrived` is to be told whenever other notes have come. */
export function createGoing(panel: Needs): { goTo(place: Place, goal: Goal): void; arrived(at: Place): void } {
  /** Where to go as soon as the notes that were asked for are there. */
  let wanted: { readonly place: Place; readonly goal: Goal } | undefined;

  const show = ({ at, text, indicator }: Goal) => {
    const line = lineWith(panel.lines.value, at, text);
    if (!line) {
      panel.said.value = "This line is not in the notes any more.";
      return;
    }
    batch(() => {
      panel.showMeeting("all");
      panel.filters.value = NO_FILTERS;
      panel.view.value = "lines";
      panel.editing.value = "none";
      panel.selected.value = { line: line.id, ...(indicator === undefined ? {} : { indicator }) };
      if (!panel.visible.value.some(({ id }) => id === line.id))
        panel.filters.value = { ...NO_FILTERS, untagged: true };
    });
  };

  return {
    goTo: (place, goal) => {
      const { value: document } = panel.document;
      if (document && samePlace(document.about, place)) return show(goal);
      wanted = { place, goal };
      panel.source.choose(place);
    },
    arrived: (at) => {
      const here = wanted && samePlace(wanted.place, at) ? wanted.goal : undefined;
      // Who went elsewhere meanwhile is not led away from there later.
      wanted = undefined;
      if (here) show(here);
    },
  };
}
