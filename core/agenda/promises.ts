import type { Line, NotesType } from "../notes/notes";
import type { Tag } from "../tagger/tag";
import type { TaggedNotes, Tagger } from "../tagger/tagger";
import type { Promised } from "./agenda-check";
import type { Block } from "./block";
import type { Layout } from "./layout";

const AGENDA: NotesType = "agenda";

/** What the lines of an item promise, each practice once, the surest first. */
export function promisesOf(block: Block, { table }: Layout, tagged: TaggedNotes, tagger: Tagger): Promised[] {
  const silent = [table?.columns.time, table?.columns.lead];
  const best = new Map<string, Promised>();
  for (const at of block.lines) {
    const line = tagged.notes.lines[at] as Line;
    if (line.kind === "cell" && block.form === "row" && silent.includes(line.column)) continue;
    for (const promised of promisesIn(tagsOf(block, at, line, tagged, tagger), at)) {
      const known = best.get(promised.indicator);
      if (!known || known.confidence < promised.confidence) best.set(promised.indicator, promised);
    }
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence || (a.indicator < b.indicator ? -1 : 1));
}

/** What the tags of one line promise. What an agenda says was found missing promises nothing. */
export const promisesIn = (tags: readonly Tag[], line: number): Promised[] =>
  tags
    .filter(({ stance }) => stance !== "contrary")
    .map(({ indicator, confidence, tier, why, evidence }) => ({
      indicator,
      stance: "planned",
      confidence,
      tier,
      why,
      line,
      evidence,
    }));

/** Headings are never tagged, and running text is tagged as a whole: such an item is read by itself. */
function tagsOf(block: Block, at: number, line: Line, tagged: TaggedNotes, tagger: Tagger): readonly Tag[] {
  if (at !== block.line || (line.kind !== "heading" && block.form !== "sentence")) return tagged.tags[at] ?? [];
  return tagger.tag({ type: AGENDA, lines: [{ kind: "item", text: block.text }] }).tags[0] ?? [];
}
