import type { Line } from "../notes/notes";
import type { LineChange } from "../tagger/tagger";
import type { AgendaItem, Suggestion } from "./agenda-check";
import type { Block } from "./block";
import type { Context } from "./context";
import { type ItemForm, withMinutes } from "./form";
import { sentence } from "./sentences";

/** Minutes of an item where nothing else says how long it might be. */
const USUAL = 10;
/** Least minutes, when an agenda is shortened, of an item of logistics and of any other. */
export const LEAST = { logistics: 2, other: 5 } as const;

/** Shares the time that is left among items without any. */
export function sharedOut(context: Context, form: ItemForm, at: readonly number[]): Suggestion | undefined {
  const { layout, items, minutes } = context;
  const open = layout.blocks.filter(({ line }) => at.includes(line));
  const free = minutes.left ?? undefined;
  if (free !== undefined && free < open.length * 2) return undefined;
  const kinds = new Map(items.map(({ line, kind }) => [line, kind]));
  const work = open.filter(({ line }) => kinds.get(line) === "work").length;
  const short = Math.min(LEAST.other, free === undefined ? LEAST.other : Math.floor(free / open.length));
  const rest =
    free === undefined ? USUAL : work === 0 ? short : Math.floor((free - short * (open.length - work)) / work);
  const changed = new Map<number, Line>();
  const shown: string[] = [];
  for (const block of open) {
    const own = kinds.get(block.line) === "work" ? rest : short;
    const cell = timeCell(context, block);
    if (cell !== undefined) {
      changed.set(cell, { ...(context.lines[cell] as Line), text: form.minutes(own) });
      shown.push(`${form.minutes(own)}\t${block.text}`);
      continue;
    }
    if (block.form === "sentence") return undefined;
    const text = form.write(block.text, own);
    changed.set(block.line, { ...(context.lines[block.line] as Line), text });
    shown.push(text);
  }
  return edit(context, changed, shown, sentence("sharedOut"));
}

/** The cell for the time in the row of an item. */
function timeCell({ layout, lines }: Context, { line, form }: Block): number | undefined {
  const column = layout.table?.columns.time;
  if (form !== "row" || column === undefined) return undefined;
  const row = lines[line]?.row;
  return layout.table?.cells.find((at) => lines[at]?.row === row && lines[at]?.column === column);
}

/** Takes what is too much first from logistics, then from the longest items. */
export function shortened(context: Context, form: ItemForm): Suggestion | undefined {
  const { layout, items, minutes } = context;
  if (minutes.left === undefined) return undefined;
  let over = -minutes.left;
  const now = new Map(items.filter(({ given }) => given).map((item) => [item.line, item.minutes ?? 0]));
  const take = (from: readonly AgendaItem[], least: number) => {
    for (const { line } of [...from].sort((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0))) {
      const spare = Math.min(over, Math.max(0, (now.get(line) ?? 0) - least));
      now.set(line, (now.get(line) ?? 0) - spare);
      over -= spare;
    }
  };
  take(
    items.filter(({ kind, given }) => kind === "logistics" && given),
    LEAST.logistics,
  );
  take(
    items.filter(({ kind, given }) => kind !== "logistics" && given),
    LEAST.other,
  );
  if (over > 0) return undefined;
  const changed = new Map<number, Line>();
  const shown: string[] = [];
  for (const item of items) {
    const block = layout.blocks.find(({ line }) => line === item.line) as Block;
    const next = now.get(item.line);
    if (next === undefined || next === item.minutes) continue;
    const cell = timeCell(context, block);
    const text =
      cell === undefined ? (block.form === "sentence" ? undefined : withMinutes(block, next)) : form.minutes(next);
    if (text === undefined || item.from !== undefined) return undefined;
    const at = cell ?? item.line;
    changed.set(at, { ...(context.lines[at] as Line), text });
    shown.push(cell === undefined ? text : `${text}\t${block.text}`);
  }
  return edit(context, changed, shown, sentence("cutFirst"));
}

function edit(
  context: Context,
  changed: ReadonlyMap<number, Line>,
  shown: readonly string[],
  hint: string,
): Suggestion | undefined {
  if (changed.size === 0) return undefined;
  const [from, to] = [Math.min(...changed.keys()), Math.max(...changed.keys())];
  const inserted = context.lines.slice(from, to + 1).map((line, offset) => changed.get(from + offset) ?? line);
  const change: LineChange = { at: from, removed: inserted.length, inserted };
  return { text: shown.join("\n"), hint, minutes: 0, change };
}
