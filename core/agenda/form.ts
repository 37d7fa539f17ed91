import type { Line } from "../notes/notes";
import type { Block } from "./block";
import type { Layout } from "./layout";

/** How this team writes an item and its minutes. */
export interface ItemForm {
  /** Words and minutes as one line of text. */
  write(text: string, minutes: number | undefined): string;
  /** Minutes alone, for a column of their own. */
  minutes(minutes: number): string;
}

/** "(5 min)", "5'", "10 mins": one number and its unit. */
const PLAIN = /^(\d{1,3})(\s?-?(?:min(?:ute)?s?\.?|mn|m|['′’]))?$/i;

/** Reads off the items how the team writes minutes; "(5 min)" at the end where it does not yet. */
export function formOf(blocks: readonly Block[], layout: Pick<Layout, "table">): ItemForm {
  const written = blocks.flatMap((block) => partsOf(block) ?? []);
  const first = written[0];
  const column = layout.table?.columns.time !== undefined;
  const unit = first?.unit ?? " min";
  const minutesWords = (minutes: number) => `${minutes}${minutes === 1 ? unit.replace(/(min(?:ute)?)s/i, "$1") : unit}`;
  return {
    minutes: minutesWords,
    write: (text, minutes) => {
      if (minutes === undefined || column) return text;
      if (!first) return `${text} (${minutesWords(minutes)})`;
      return first.at === "head"
        ? `${minutesWords(minutes)}${first.glue || " "}${text}`
        : `${text}${/[?!.]$/.test(text) && first.glue.startsWith(",") ? " " : first.glue || " "}${first.open}${minutesWords(minutes)}${first.close}`;
    },
  };
}

interface Written {
  readonly at: "head" | "tail";
  readonly unit: string;
  /** What stands between the words and the minutes. */
  readonly glue: string;
  readonly open: string;
  readonly close: string;
}

function partsOf({ text, box }: Block): Written | undefined {
  if (!box || box.from !== undefined || box.to !== undefined || box.end <= box.start) return undefined;
  const bare = /^([([]?)\s?(.*?)\s?([)\]]?)$/.exec(text.slice(box.start, box.end).trim());
  const plain = PLAIN.exec(bare?.[2] ?? "");
  if (!plain) return undefined;
  const before = text.slice(0, box.start);
  const after = text.slice(box.end);
  const open = /[([]$/.exec(before)?.[0] ?? bare?.[1] ?? "";
  const close = /^[)\]]/.exec(after)?.[0] ?? bare?.[3] ?? "";
  // "(Ana, 10 min)": the bracket holds more than the time.
  if (Boolean(open) !== Boolean(close)) return undefined;
  const unit = plain[2] ?? "";
  if (before.replace(/[([]$/, "").trim() === "")
    return {
      at: "head",
      unit,
      glue: `${open ? close : ""}${/^[)\]]?([\s:–—,-]*)/.exec(after)?.[1] ?? " "}`,
      open: "",
      close: "",
    };
  const glue = /[\s,:–—-]*$/.exec(before.replace(/[([]$/, ""))?.[0] ?? " ";
  return { at: "tail", unit, glue, open, close };
}

/** The line of an item with other minutes in the same place; undefined where they are not a plain number there. */
export function withMinutes({ text, box }: Block, minutes: number): string | undefined {
  if (!box || box.end <= box.start || box.from !== undefined) return undefined;
  const now = text.slice(box.start, box.end);
  return (now.match(/\d+/g) ?? []).length === 1 && PLAIN.test(now.replace(/[()[\]]/g, "").trim())
    ? `${text.slice(0, box.start)}${now.replace(/\d+/, String(minutes))}${text.slice(box.end)}`
    : undefined;
}

/** A line like those of the items, with other words. */
export function lineLike(model: Line, text: string): Line {
  const { kind, depth } = model;
  return { kind, text, ...(depth === undefined ? {} : { depth }) };
}
