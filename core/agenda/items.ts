import { detailsOf } from "../notes/details";
import type { Line } from "../notes/notes";
import type { TaggedNotes, Tagger } from "../tagger/tagger";
import type { AgendaItem } from "./agenda-check";
import type { Block } from "./block";
import { kindOf } from "./item-kind";
import type { Layout } from "./layout";
import { promisesOf } from "./promises";
import { schedule } from "./schedule";
import { begins, plain } from "./words";

/** The items of an agenda with their minutes, owners, what to bring and what they promise. */
export function itemsOf(layout: Layout, tagged: TaggedNotes, tagger: Tagger): AgendaItem[] {
  const slots = schedule(layout.blocks, layout.time);
  return layout.blocks.map((block, at): AgendaItem => {
    const texts = block.lines.map((line) => (tagged.notes.lines[line] as Line).text);
    const text = withoutTime(block);
    const all = promisesOf(block, layout, tagged, tagger);
    const slot = slots[at] ?? { given: false };
    const kind = kindOf(text, texts.slice(1), all, at / layout.blocks.length);
    // A word that often stands for a practice stands for none in "data room keys".
    const promises =
      kind === "work" ? all : all.filter(({ evidence, tier }) => tier === "found" || evidence.length > 0);
    return {
      line: block.line,
      lines: block.lines,
      text,
      kind,
      ...slot,
      owners: ownersOf(block, text),
      bring: bringOf(block, texts),
      promises,
    };
  });
}

/** What parts a time from the words, or goes with it: "kl. 15.10 Norms", "1500 hrs – Norms", "Norms ~5 min". */
const EDGES = /^(?:(?:kl|uhr|hrs)\b|[\s,;:.–—|-])+|[\s,;:–—|~-]+$/gi;

/** The words of an item without its time and what held the time in place. */
export function withoutTime({ text, box }: Pick<Block, "text" | "box">): string {
  if (!box || box.end === 0) return text.trim();
  const before = text.slice(0, box.start).replace(/[([]\s*$/, "");
  const after = text.slice(box.end).replace(/^\s*[)\]]/, "");
  const open = before.length < box.start && after.length === text.length - box.end ? "(" : "";
  return `${before}${open}${open ? after.replace(/^[\s,;–-]+/, "") : after}`
    .replace(/\(\s*\)/g, "")
    .replace(/\s{2,}/g, " ")
    .replace(/,\s*\)/g, ")")
    .replace(EDGES, "")
    .trim();
}

function ownersOf(block: Block, text: string): readonly string[] {
  if (block.lead !== undefined)
    return block.lead
      .split(/ ?[,/&+;] ?| and /)
      .map((name) => name.trim())
      .filter((name) => name && !/^(?:all|everyone|team|tbd|–|-|\?)$/i.test(name));
  return detailsOf(text).owners.filter((name) => !begins("nobody", plain(name)));
}

const BRING = /\b(?:please )?(?:bring|have|print|look over|read|open|see|attached|link(?:ed)?|materials?)\b[:\s].*/i;

function bringOf(block: Block, texts: readonly string[]): string[] {
  const found = block.material ? [block.material] : [];
  for (const text of texts) {
    const match = BRING.exec(text);
    if (match) found.push(match[0].replace(/[)\]\s]+$/, ""));
  }
  return found;
}
