/** What comes of the editor after the shell, one after the other. */
export const PIECES = ["scroller", "pages", "rects", "text"] as const;
export type Piece = (typeof PIECES)[number];

/** Brings the pieces of the editor in their order. */
export class Boot {
  private count = 0;

  constructor(private readonly bring: Readonly<Record<Piece, () => void>>) {}

  /** Brings the next piece and says which; nothing where all are there. */
  next(): Piece | undefined {
    const piece = PIECES[this.count];
    if (piece === undefined) return undefined;
    this.count++;
    this.bring[piece]();
    return piece;
  }

  has(piece: Piece): boolean {
    return PIECES.indexOf(piece) < this.count;
  }
}
