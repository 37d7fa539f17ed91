import type { Line } from "../notes/notes";
import type { LineChange } from "../tagger/tagger";
import type { AgendaItem } from "./agenda-check";
import type { Block } from "./block";
import type { Context } from "./context";
import { type ItemForm, lineLike } from "./form";
import { sentence } from "./sentences";
import type { AgendaTable } from "./table-blocks";
import { quoted } from "./wording";

/** What goes into the document, as text to paste and as a change of its lines. */
export interface Insertion {
  readonly text: string;
  readonly hint: string;
  readonly change: LineChange;
}

export type Where = "top" | "afterOpening" | "beforeClosing" | "end";

/** Puts a new item into the agenda, in the form of the others. */
export function newItem(
  context: Context,
  form: ItemForm,
  words: string,
  minutes: number | undefined,
  where: Where,
): Insertion {
  const { layout, items, lines } = context;
  const at = placeOf(items, where);
  const before = items[at - 1];
  const after = items[at];
  const neighbour = layout.blocks[at - 1] ?? layout.blocks[at];
  const hint = hintOf(before, after);
  if (!neighbour) {
    const text = form.write(words, minutes);
    return {
      text,
      hint: "Goes at the end.",
      change: { at: lines.length, removed: 0, inserted: [{ kind: "bullet", text, depth: 0 }] },
    };
  }
  const { table } = layout;
  if (table && neighbour.form === "row")
    return { ...newRow(table, lines, neighbour, layout.blocks[at - 1] === neighbour, words, minutes, form), hint };
  const text = form.write(words, minutes);
  const model = lines[neighbour.line] as Line;
  const like = neighbour.form === "sentence" ? ({ kind: "para", text } as const) : lineLike(model, text);
  const place = before ? Math.max(...before.lines) + 1 : (after as AgendaItem).line;
  return { text, hint, change: { at: place, removed: 0, inserted: [like] } };
}

function placeOf(items: readonly AgendaItem[], where: Where): number {
  if (where === "top") return 0;
  if (where === "end") return items.length;
  if (where === "afterOpening") {
    const first = items.findIndex(({ kind }) => kind !== "opening");
    return first < 0 ? items.length : first;
  }
  const closing = items.findIndex(({ kind }) => kind === "closing");
  return closing < 0 ? items.length : closing;
}

function hintOf(before: AgendaItem | undefined, after: AgendaItem | undefined): string {
  if (before) return `Goes after ${quoted(before.text)}.`;
  return after ? `Goes before ${quoted(after.text)}.` : "Goes at the end.";
}

/** A row in the team's own table. Rows below move down, so that each cell keeps a place of its own. */
function newRow(
  table: AgendaTable,
  lines: readonly Line[],
  neighbour: Block,
  below: boolean,
  words: string,
  minutes: number | undefined,
  form: ItemForm,
): Omit<Insertion, "hint"> {
  const own = (lines[neighbour.line] as Line).row ?? 0;
  const row = below ? own + 1 : own;
  const { columns, width, cells } = table;
  const time = minutes === undefined ? "" : form.minutes(minutes);
  const texts = Array.from({ length: width }, (_, column) =>
    column === columns.topic ? words : column === columns.time ? time : "",
  );
  if (columns.time === undefined && minutes !== undefined) texts[columns.topic] = form.write(words, minutes);
  const rest = cells.filter((at) => ((lines[at] as Line).row ?? 0) >= row);
  const last = cells[cells.length - 1] as number;
  const at = rest[0] ?? last + 1;
  const inserted: Line[] = [
    ...texts.map((text, column): Line => ({ kind: "cell", text, row, column })),
    ...rest.map((cell): Line => ({ ...(lines[cell] as Line), row: ((lines[cell] as Line).row ?? 0) + 1 })),
  ];
  return { text: texts.join("\t"), change: { at, removed: rest.length, inserted } };
}

/** Minutes of logistics from which on reading them instead makes room. */
const WORTH_READING = 5;

/** Puts words under an item that is there, so that they take no time of their own; `why`: whether the hint is to say so. */
export function underItem(context: Context, item: AgendaItem, words: string, why: boolean): Insertion {
  const { lines, layout } = context;
  const block = layout.blocks.find(({ line }) => line === item.line) as Block;
  const model = lines[item.line] as Line;
  const { logistics, left = 0 } = context.minutes;
  const unless = logistics >= WORTH_READING ? sentence("unless", { logistics }) : "";
  const reason = why ? sentence(left > 0 ? "roomTaken" : "noRoom", { unless }) : "";
  const hint = `Goes under ${quoted(item.text)}${reason}.`;
  if (block.form === "row") {
    const text = `${model.text}. ${words}`;
    return { text: words, hint, change: { at: item.line, removed: 1, inserted: [{ ...model, text }] } };
  }
  if (block.form === "sentence") {
    const sentence = model.text.indexOf(block.text) + block.text.length;
    const text = `${model.text.slice(0, sentence)}: ${words}${model.text.slice(sentence)}`;
    return { text: words, hint, change: { at: item.line, removed: 1, inserted: [{ ...model, text }] } };
  }
  const depth = block.form === "bullet" ? (model.depth ?? 0) + 1 : 0;
  return {
    text: words,
    hint,
    change: { at: item.line + 1, removed: 0, inserted: [{ kind: "bullet", text: words, depth }] },
  };
}
