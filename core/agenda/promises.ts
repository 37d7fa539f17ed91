import type { Line, NotesType } from "../notes/notes";
import type { Tag } from "../tagger/tag";
import type { TaggedNotes, Tagger } from "../tagger/tagger";
import type { Promised } from "./agenda-check";
import type { Block } from "./block";
import { hintsIn } from "./hints";
import type { Layout } from "./layout";
import { takenFrom } from "./library";
import { sentence } from "./sentences";

const AGENDA: NotesType = "agenda";

/** What the lines of an item promise, each practice once, the surest first. */
export function promisesOf(block: Block, { table }: Layout, tagged: TaggedNotes, tagger: Tagger): Promised[] {
  const silent = [table?.columns.time, table?.columns.moreTime, table?.columns.lead];
  const found: Promised[] = [];
  for (const at of block.lines) {
    const line = tagged.notes.lines[at] as Line;
    if (line.kind === "cell" && block.form === "row" && silent.includes(line.column)) continue;
    const text = at === block.line ? block.text : line.text;
    found.push(...promisesIn(tagsOf(block, at, line, tagged, tagger), at, text), ...hintsIn(text, at));
  }
  return surest(found);
}

/** Each practice once, by its surest promise. */
export function surest(promises: readonly Promised[]): Promised[] {
  const best = new Map<string, Promised>();
  for (const promised of promises) {
    const known = best.get(promised.indicator);
    if (!known || known.confidence < promised.confidence) best.set(promised.indicator, promised);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence || (a.indicator < b.indicator ? -1 : 1));
}

/** A ready-made item was written for its practice, but which words of it people keep in mind may differ. */
const READY_MADE = 0.9;

/** What one line promises by its tags, or as a ready-made item. What was found missing promises nothing. */
export function promisesIn(tags: readonly Tag[], line: number, text: string): Promised[] {
  const found = tags
    .filter(({ stance }) => stance !== "contrary")
    .map(
      ({ indicator, confidence, tier, why, evidence }): Promised => ({
        indicator,
        stance: "planned",
        confidence,
        tier,
        why,
        line,
        evidence,
      }),
    );
  const indicator = takenFrom(text);
  if (indicator === undefined) return found;
  const why = sentence("readyMade");
  return [{ indicator, stance: "planned", confidence: READY_MADE, tier: "found", why, line, evidence: [] }, ...found];
}

/** Headings are never tagged, and running text is tagged as a whole: such an item is read by itself. */
function tagsOf(block: Block, at: number, line: Line, tagged: TaggedNotes, tagger: Tagger): readonly Tag[] {
  if (at !== block.line || (line.kind !== "heading" && block.form !== "sentence")) return tagged.tags[at] ?? [];
  return tagger.tag({ type: AGENDA, lines: [{ kind: "item", text: block.text }] }).tags[0] ?? [];
}
