import type { DecidedTag } from "../../../core/index";
import type { Panel } from "./panel";
import type { PanelLine } from "./panel-lines";

/** A tag together with its line. */
export interface Target {
  readonly line: PanelLine;
  readonly tag: DecidedTag;
}

/** Ways from line to line and from suggestion to suggestion. */
export interface Movement {
  /** Selects a line and a tag on it: the one named, else the first that nobody has answered. */
  select(line: PanelLine | undefined, indicator?: string): void;
  step(by: 1 | -1): void;
  /** To the next or the last suggestion that nobody has answered, round the ends of the list. */
  suggest(by: 1 | -1): void;
  /** Position of the selected line in the list; -1 where it is not in it. */
  at(): number;
}

/** Makes the movement of a panel. */
export function createMovement({ visible, lines, selected, editing, view, said }: Panel): Movement {
  const select = (line: PanelLine | undefined, indicator?: string) => {
    if (!line) return;
    view.value = "lines";
    editing.value = "none";
    const chosen = indicator ?? line.tags.find(({ standing }) => !standing)?.indicator ?? line.tags[0]?.indicator;
    selected.value = { line: line.id, ...(chosen === undefined ? {} : { indicator: chosen }) };
  };
  const at = () => visible.value.findIndex(({ id }) => id === selected.value?.line);
  /** A line that was answered may have left the list: its place in the document still tells where to go on. */
  const place = () => lines.value.find(({ id }) => id === selected.value?.line)?.at ?? -1;

  return {
    select,
    at,
    step: (by) => {
      const here = place();
      const to =
        by > 0
          ? visible.value.find((line) => line.at > here)
          : visible.value.findLast((line) => here < 0 || line.at < here);
      if (to) select(to);
      else said.value = by > 0 ? "That was the last line." : "That was the first line.";
    },
    suggest: (by) => {
      const open = targets(visible.value).filter(({ tag }) => !tag.standing);
      const here = place();
      const code = selected.value?.indicator ?? "";
      const isAfter = ({ line, tag }: Target) => line.at > here || (line.at === here && tag.indicator > code);
      const isBefore = ({ line, tag }: Target) => line.at < here || (line.at === here && tag.indicator < code);
      const to = by > 0 ? (open.find(isAfter) ?? open[0]) : (open.findLast(isBefore) ?? open.at(-1));
      if (to) select(to.line, to.tag.indicator);
      else said.value = "Every suggestion in the list is answered.";
    },
  };
}

/** The tag that actions speak of: the selected one, where it is in the list. */
export function targetOf({ visible, selected }: Panel): Target | undefined {
  const line = visible.value.find(({ id }) => id === selected.value?.line);
  const tag = line?.tags.find(({ indicator }) => indicator === selected.value?.indicator);
  return line && tag ? { line, tag } : undefined;
}

/** Every tag of a list, in its order; on a line by code. */
export const targets = (lines: readonly PanelLine[]): Target[] =>
  lines.flatMap((line) => line.tags.map((tag) => ({ line, tag })));
