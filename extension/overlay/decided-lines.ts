import {
  type DecidedTag,
  type Decision,
  decidedTags,
  type placeAnchors,
  type Standing,
  standingOf,
} from "../../core/index";
import type { HostLine } from "../hosts/host";
import type { DecisionDraft, DecisionInPlace } from "../protocol";
import type { LineTag } from "./live-tags";
import type { MarkedTag } from "./page-marks";

/** What people decided on the lines of the open document, by the lines' ids. */
export class DecidedLines {
  private byLine = new Map<number, Decision[]>();
  private standing = new Map<number, readonly Standing[]>();

  /**
   * Takes the decisions that the store has, each anchored by the words of its line in `lines`. One whose words are not
   * there has lost its line: the side panel lists it. `place` finds the words that are not where they were.
   */
  keep(decisions: readonly DecisionInPlace[], lines: readonly HostLine[], place: typeof placeAnchors): void {
    this.clear();
    const moved = decisions.filter((decision) => {
      const line = lines[decision.line ?? -1];
      const there = line?.line.text.trim().slice(0, LONG) === decision.quote;
      if (line && there) this.add(line.id, decision);
      return !there;
    });
    if (!moved.length) return;
    const texts = lines.map(({ line }) => line.text);
    const there = new Set(texts.map((text) => text.trim()));
    // Words that stand nowhere would be looked for everywhere, letter by letter, while a person is typing.
    const known = moved.filter(({ quote }) => there.has(quote.trim()) || quote.length >= LONG);
    place(known, texts).forEach((at, n) => {
      const line = at === undefined ? undefined : lines[at];
      if (line) this.add(line.id, known[n] as Decision);
    });
  }

  /** Shows what was just decided, before the store has answered. */
  foresee(line: HostLine, draft: DecisionDraft, who: string): void {
    const { line: _, ...said } = draft;
    this.add(line.id, { ...said, at: new Date().toISOString(), who, rubric: "" });
  }

  /** Takes back what could not be kept. */
  forget(line: HostLine, id: string): void {
    this.byLine.set(
      line.id,
      (this.byLine.get(line.id) ?? []).filter((decision) => decision.id !== id),
    );
    this.standing.delete(line.id);
  }

  clear(): void {
    this.byLine = new Map();
    this.standing = new Map();
  }

  /** The tags of a line as the team has them. */
  over(line: HostLine, tags: readonly LineTag[], dimensionOf: (code: string) => number): MarkedTag[] {
    const decisions = this.byLine.get(line.id);
    let standing = this.standing.get(line.id);
    if (decisions && !standing) {
      standing = standingOf(decisions);
      this.standing.set(line.id, standing);
    }
    const spans = new Map(tags.map(({ tag, spans: own }) => [tag.indicator, own]));
    const decided: DecidedTag[] = decidedTags(
      tags.map(({ tag }) => tag),
      standing ?? [],
    );
    return decided.map((tag) => ({
      tag,
      dimension: dimensionOf(tag.indicator),
      // What a person added to a line without a word of evidence is said of the whole line.
      spans: spans.get(tag.indicator) ?? [],
    }));
  }

  private add(line: number, decision: Decision): void {
    const known = this.byLine.get(line);
    if (known) known.push(decision);
    else this.byLine.set(line, [decision]);
    this.standing.delete(line);
  }
}

/** Quotes are cut at this length, so the words of a longer line are never all in one. */
const LONG = 2000;
