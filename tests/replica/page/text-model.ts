import type { Paragraph, StyleRange, Tab } from "../document";

/** A place between characters: a paragraph of the tab and a UTF-16 offset in it. */
export interface Place {
  readonly line: number;
  readonly at: number;
}

/** What an edit touched: `structural` when paragraphs came or went. */
export interface Change {
  readonly paragraphs: readonly Paragraph[];
  readonly structural: boolean;
}

/** The text of the open tab. Paragraphs are replaced, never mutated, so that a layout can be kept by paragraph. */
export class TextModel {
  paragraphs: Paragraph[];
  private readonly ids = new WeakMap<Paragraph, number>();
  private nextId = 1;

  constructor(
    readonly tab: Tab,
    private readonly changed: (change: Change, replaced: readonly Paragraph[]) => void,
  ) {
    this.paragraphs = tab.paragraphs.length ? [...tab.paragraphs] : [{ kind: "para", text: "" }];
  }

  insert({ line, at }: Place, text: string): void {
    const old = this.at(line);
    const styles = shifted(old.styles, (offset, isEnd) =>
      offset > at || (isEnd && offset === at) ? offset + text.length : offset,
    );
    this.replace(line, 1, [{ ...old, text: old.text.slice(0, at) + text + old.text.slice(at), ...styles }]);
  }

  /** Removes a stretch within one paragraph. */
  remove(line: number, start: number, end: number): void {
    const old = this.at(line);
    const styles = shifted(old.styles, (offset) => offset - Math.max(0, Math.min(offset, end) - start));
    this.replace(line, 1, [{ ...old, text: old.text.slice(0, start) + old.text.slice(end), ...styles }]);
  }

  /** Starts a new paragraph, as Enter does: after a heading comes plain text. */
  split({ line, at }: Place): void {
    const old = this.at(line);
    const { depth: _depth, styles: _styles, ...plain } = old;
    const keeps = shifted(old.styles, (offset) => Math.min(offset, at));
    const moves = shifted(old.styles, (offset) => Math.max(0, offset - at));
    const next: Paragraph =
      old.kind === "heading"
        ? { ...plain, kind: "para", text: old.text.slice(at), ...moves }
        : { ...old, text: old.text.slice(at), ...moves };
    this.replace(line, 1, [{ ...old, text: old.text.slice(0, at), ...keeps }, next]);
  }

  /** Joins a paragraph to the one before it; false where they stand in different cells, or there is none before. */
  join(line: number): boolean {
    const before = this.paragraphs[line - 1];
    const old = this.at(line);
    if (
      !before ||
      before.row !== old.row ||
      before.column !== old.column ||
      (before.kind === "cell") !== (old.kind === "cell")
    )
      return false;
    const moved = shifted(old.styles, (offset) => offset + before.text.length).styles ?? [];
    const styles = [...(before.styles ?? []), ...moved];
    this.replace(line - 1, 2, [{ ...before, text: before.text + old.text, ...(styles.length ? { styles } : {}) }]);
    return true;
  }

  format(line: number, range: StyleRange): void {
    const old = this.at(line);
    this.replace(line, 1, [{ ...old, styles: [...(old.styles ?? []), range] }]);
  }

  /** Puts other paragraphs in the place of some. */
  replace(line: number, count: number, paragraphs: readonly Paragraph[]): void {
    const replaced = this.paragraphs.splice(line, count, ...paragraphs);
    const [first] = paragraphs;
    if (first && replaced[0]) this.ids.set(first, this.idOf(replaced[0]));
    this.changed({ paragraphs, structural: count !== paragraphs.length }, replaced);
  }

  /** A number that stays with a paragraph through its edits. */
  idOf(paragraph: Paragraph): number {
    let id = this.ids.get(paragraph);
    if (id === undefined) {
      id = this.nextId++;
      this.ids.set(paragraph, id);
    }
    return id;
  }

  at(line: number): Paragraph {
    const paragraph = this.paragraphs[line];
    if (!paragraph) throw new RangeError(`There is no line ${line}; the tab has ${this.paragraphs.length}.`);
    return paragraph;
  }
}

function shifted(
  styles: readonly StyleRange[] | undefined,
  move: (offset: number, isEnd: boolean) => number,
): { styles?: StyleRange[] } {
  const kept = (styles ?? [])
    .map(({ start, end, style }) => ({ start: move(start, false), end: move(end, true), style }))
    .filter(({ start, end }) => end > start);
  return kept.length ? { styles: kept } : {};
}

/** Two places, the earlier first. */
export function ordered(a: Place, b: Place): [Place, Place] {
  return a.line < b.line || (a.line === b.line && a.at <= b.at) ? [a, b] : [b, a];
}
