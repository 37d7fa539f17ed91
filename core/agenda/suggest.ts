import type { Line } from "../notes/notes";
import type { AgendaItem, Finding, Suggestion } from "./agenda-check";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { formOf, type ItemForm } from "./form";
import { type Insertion, newItem, underItem, type Where } from "./insertion";
import { itemsFor } from "./library";
import { sentence } from "./sentences";
import { LEAST, sharedOut, shortened } from "./time-edits";
import { plain } from "./words";

/** Gives each finding that can be helped an item or an edit that helps it; together they fit into the time left. */
export function withSuggestions(context: Context, drafts: readonly Draft[]): Finding[] {
  const suggest = new Suggesting(context, drafts.filter(({ rule }) => rule === "missing").length);
  const made = new Map<Draft, Suggestion | undefined>();
  // What takes two or three minutes first, so that there is room for it.
  const inTurn = [...drafts].sort((a, b) => Number(SMALL.has(b.rule)) - Number(SMALL.has(a.rule)));
  for (const draft of inTurn) made.set(draft, suggest.for(draft, draft.ask));
  return drafts.map((draft) => {
    const { ask: _, ...finding } = draft;
    const suggestion = made.get(draft);
    return suggestion ? { ...finding, suggestion } : finding;
  });
}

/** Rules whose suggestion takes little time, or none. */
const SMALL: ReadonlySet<string> = new Set(["noNorms", "noRoles", "noClosing", "noMaterial"]);

/** Meetings back in which a ready-made item was perhaps taken over already. */
const REMEMBERED = 6;
/** Minutes that a look back at one promise, a closing and the norms take. */
const LOOK_BACK = 3;
const CLOSING = 3;
const NORMS = 2;

class Suggesting {
  private readonly form: ItemForm;
  private readonly timed: boolean;
  /** Minutes that are still free; no end to them where the agenda does not say how long the meeting or its items are. */
  private left: number;
  private expected: number;
  /** What the last meetings said. */
  private met: ReadonlySet<string> | undefined;
  /** Lines of items that something was put under. */
  private readonly hosts = new Set<number>();
  /** Whether it was said already why something goes under an item. */
  private told = false;

  /** `expected`: how many practices that every meeting should hold still need room. */
  constructor(
    readonly context: Context,
    expected: number,
  ) {
    this.expected = expected;
    const { layout, items, minutes, lines } = context;
    this.form = formOf(layout, lines);
    this.timed = items.length === 0 || items.some(({ given }) => given);
    const untimed = items.filter(({ given }) => !given).length;
    const free = minutes.left !== undefined && this.timed ? minutes.left : Number.POSITIVE_INFINITY;
    this.left = free - untimed * LEAST.other;
  }

  for(finding: Finding, ask: string | undefined): Suggestion | undefined {
    switch (finding.rule) {
      case "missing":
      case "neglected":
        return this.practice(finding.indicators[0] as string, finding.rule === "missing");
      case "followUp":
        return this.item(ask ?? "", LOOK_BACK, "afterOpening");
      case "noClosing":
        return this.closing();
      case "noNorms":
        return this.norms();
      case "noRoles":
        return this.roles();
      case "noMaterial":
        return this.material(finding.lines[0] as number);
      case "noTime":
      case "noTimes":
        return sharedOut(this.context, this.form, finding.lines);
      case "overrun":
        return shortened(this.context, this.form);
      default:
        return undefined;
    }
  }

  /** The first ready-made item that fits and that the team has not met yet; under another item where no time is left. */
  private practice(code: string, expected: boolean): Suggestion | undefined {
    const { rubric, past } = this.context;
    this.met ??= new Set(past.slice(-REMEMBERED).flatMap(({ tags }) => tags.map(({ text }) => plain(text))));
    const met = this.met;
    const ready = itemsFor(code, rubric.level);
    const fresh = ready.filter(({ text }) => !met.has(plain(text)));
    const choice = fresh.length ? fresh : ready;
    // Each of those still to come gets its part.
    const part = this.left / Math.max(1, this.expected--);
    const [short] = [...choice].sort((a, b) => a.minutes - b.minutes);
    // Where not all find room, the shortest leaves most of it to the others.
    const fitting = choice.find(({ minutes }) => minutes <= part) ?? short;
    if (fitting && fitting.minutes <= this.left) return this.item(fitting.text, fitting.minutes, "beforeClosing");
    // What is merely long ago can wait where everything is full.
    const host = this.host(expected);
    return short && host ? this.under(host, short.text) : undefined;
  }

  private under(host: AgendaItem, words: string): Suggestion {
    const insertion = underItem(this.context, host, words, !this.told);
    this.told = true;
    return suggestionOf(insertion, 0);
  }

  private item(words: string, minutes: number, where: Where): Suggestion | undefined {
    if (!words) return undefined;
    const host = minutes > this.left ? this.host(true) : undefined;
    if (host) return this.under(host, words);
    this.left -= minutes;
    return suggestionOf(
      newItem(this.context, this.form, words, this.timed ? minutes : undefined, where),
      this.timed ? minutes : 0,
    );
  }

  /** The item with most room that nothing was put under yet, work before anything else; if one must be, any of them. */
  private host(insist: boolean): AgendaItem | undefined {
    const { items } = this.context;
    const work = items.filter(({ kind }) => kind === "work");
    const byRoom = [...(work.length ? work : items)].sort((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0));
    const host = byRoom.find(({ line }) => !this.hosts.has(line)) ?? (insist ? byRoom[0] : undefined);
    if (host) this.hosts.add(host.line);
    return host;
  }

  /** The last minutes, if any are left; if none are, it still has to be there. */
  private closing(): Suggestion {
    const minutes = this.timed && this.left >= 1 ? Math.min(CLOSING, this.left) : undefined;
    this.left -= minutes ?? 0;
    return suggestionOf(newItem(this.context, this.form, sentence("close"), minutes, "end"), minutes ?? 0);
  }

  private norms(): Suggestion {
    const words = sentence("readNorms");
    const first = this.context.items[0];
    if (this.timed && this.left < NORMS && first) return this.under(first, words);
    const minutes = this.timed ? NORMS : undefined;
    this.left -= minutes ?? 0;
    return suggestionOf(newItem(this.context, this.form, words, minutes, "top"), minutes ?? 0);
  }

  private roles(): Suggestion {
    const { layout } = this.context;
    const at = layout.table?.cells[0] ?? this.context.items[0]?.line ?? 0;
    const text = sentence("nameRoles");
    return {
      text,
      hint: sentence("aboveFirst"),
      minutes: 0,
      change: { at, removed: 0, inserted: [{ kind: "para", text }] },
    };
  }

  private material(line: number): Suggestion | undefined {
    const { items, layout, lines } = this.context;
    const item = items.find((each) => each.line === line);
    if (!item) return undefined;
    const words = `Bring: ${sentence("bring")}`;
    const block = layout.blocks.find((each) => each.line === line);
    const column = block?.form === "row" ? layout.table?.columns.material : undefined;
    const row = lines[line]?.row;
    const cell =
      column === undefined
        ? -1
        : lines.findIndex((each, at) => layout.table?.cells.includes(at) && each.row === row && each.column === column);
    if (cell >= 0) {
      const text = sentence("bring");
      return {
        text,
        hint: sentence("intoMaterials"),
        minutes: 0,
        change: { at: cell, removed: 1, inserted: [{ ...(lines[cell] as Line), text }] },
      };
    }
    const insertion = underItem(this.context, item, words, false);
    return { ...insertion, hint: sentence("underIt"), minutes: 0 };
  }
}

const suggestionOf = (insertion: Insertion, minutes: number): Suggestion => ({ ...insertion, minutes });
