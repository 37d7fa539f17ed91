import { visibleOf } from "../../../extension/hosts/visible";
import type { Under } from "../../replica/page/truth";
import type { ExpectedTag } from "./expected";

/** For each line the numbers of the lines that it was made of: a half of a split line has those of the whole, a joined line both. */
type Origins = readonly (readonly number[])[];

interface Version {
  readonly texts: readonly string[];
  readonly tags: readonly ExpectedTag[];
  /** What may be marked as well as long as the reading lags. */
  readonly early: readonly ExpectedTag[];
  readonly origins: Origins;
}

/** The versions of a text that the reading can be at, and which line of one is which of another. */
export class Versions {
  private kept: readonly Version[] = [];
  private lines = 0;

  /** `most`: how many of them may still be shown. */
  constructor(private readonly most: number) {}

  /** The text is now this, one edit after the version before. */
  add(texts: readonly string[], tags: readonly ExpectedTag[], early: readonly ExpectedTag[] = []): void {
    this.kept = [{ texts, tags, early, origins: this.follow(texts) }, ...this.kept].slice(0, this.most);
  }

  /** The tags of the text as it is now. */
  get tags(): readonly ExpectedTag[] {
    return this.kept[0]?.tags ?? [];
  }

  /** Whether a mark of a code may stand on these words: in some version they are evidence of it, in the very line. */
  allow(code: string, { line, text }: Pick<Under, "line" | "text">): boolean {
    // A space typed into marked words leaves the same letters marked, until the line is read again.
    const wanted = visibleOf(text);
    const here = this.kept[0]?.origins[line] ?? [];
    return (
      wanted !== "" &&
      this.kept.some(({ tags, early, origins }) =>
        [...tags, ...early].some(
          (tag) =>
            tag.code === code &&
            origins[tag.line]?.some((origin) => here.includes(origin)) &&
            tag.spans.some(([start, end]) => visibleOf(tag.text.slice(start, end)).includes(wanted)),
        ),
      )
    );
  }

  private follow(texts: readonly string[]): Origins {
    const before = this.kept[0] ?? { texts: [], origins: [] };
    const least = Math.min(before.texts.length, texts.length);
    let head = 0;
    while (head < least && before.texts[head] === texts[head]) head++;
    let tail = 0;
    while (tail < least - head && before.texts[before.texts.length - 1 - tail] === texts[texts.length - 1 - tail])
      tail++;
    const gone = before.origins.slice(head, before.texts.length - tail);
    const came = texts.slice(head, texts.length - tail).map((_, n): readonly number[] => {
      if (gone.length === 0) return [this.lines++];
      return gone.length === texts.length - tail - head ? (gone[n] as readonly number[]) : gone.flat();
    });
    return [...before.origins.slice(0, head), ...came, ...before.origins.slice(before.texts.length - tail)];
  }
}
