import type { Paragraph } from "../document";
import { type Block, blocksOf, changedBlock, type Strip } from "./blocks";
import { MARGIN, TEXT_HEIGHT } from "./geometry";
import type { Change } from "./text-model";

/** Where every line of the open tab stands. */
export class Layout {
  pages: Strip[][] = [];
  private blocks: Block[] = [];
  private blockOf = new Map<Paragraph, Block>();

  constructor(paragraphs: readonly Paragraph[]) {
    this.rebuild(paragraphs);
  }

  /** Lays out what a change touched. A change that keeps every height moves nothing. */
  update(paragraphs: readonly Paragraph[], change: Change, replaced: readonly Paragraph[]): void {
    const [fresh] = change.paragraphs;
    const [old] = replaced;
    const block = old && this.blockOf.get(old);
    if (change.structural || !fresh || !old || !block || change.paragraphs.length !== 1) {
      this.rebuild(paragraphs);
      return;
    }
    const next = changedBlock(
      block,
      block.paragraphs.map((paragraph) => (paragraph === old ? fresh : paragraph)),
    );
    for (const paragraph of block.paragraphs) this.blockOf.delete(paragraph);
    for (const paragraph of next.paragraphs) this.blockOf.set(paragraph, next);
    const at = this.blocks.indexOf(block);
    this.blocks[at] = next;
    if (!this.takesPlaceOf(next, block)) this.paginate();
  }

  stripsOf(paragraph: Paragraph): readonly Strip[] {
    return this.blockOf.get(paragraph)?.strips ?? [];
  }

  private rebuild(paragraphs: readonly Paragraph[]): void {
    this.blocks = blocksOf(paragraphs, (first) => this.blockOf.get(first));
    this.blockOf = new Map(this.blocks.flatMap((block) => block.paragraphs.map((paragraph) => [paragraph, block])));
    this.paginate();
  }

  /** Puts strips of the same heights where others stood; false where the heights differ. */
  private takesPlaceOf(next: Block, old: Block): boolean {
    const { strips } = next;
    if (strips.length !== old.strips.length) return false;
    if (strips.some((strip, at) => strip.height !== old.strips[at]?.height)) return false;
    strips.forEach((strip, at) => {
      const before = old.strips[at] as Strip;
      strip.page = before.page;
      strip.y = before.y;
      const page = this.pages[before.page] as Strip[];
      page[page.indexOf(before)] = strip;
    });
    return true;
  }

  private paginate(): void {
    this.pages = [[]];
    let y = 0;
    for (const { strips } of this.blocks) {
      for (const strip of strips) {
        const page = this.pages[this.pages.length - 1] as Strip[];
        const above = page.length ? strip.before : 0;
        if (page.length && y + above + strip.height > TEXT_HEIGHT) {
          this.pages.push([]);
          y = 0;
        } else y += above;
        strip.page = this.pages.length - 1;
        strip.y = MARGIN + y;
        (this.pages[strip.page] as Strip[]).push(strip);
        y += strip.height;
      }
    }
  }
}
