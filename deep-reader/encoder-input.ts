import type { LineKind, NotesType } from "../core/index";
import type { Cutter, Pieces } from "./word-pieces";

/** A line and what stands around it: all that the encoder is shown. */
export interface LineInPlace {
  readonly text: string;
  readonly kind: LineKind;
  readonly type: NotesType;
  /** The nearest heading above, or "". */
  readonly heading: string;
  /** The line before, where it is no heading, or "". */
  readonly previous: string;
}

/** What the encoder takes in: numbers of word pieces. */
export interface EncoderInput {
  /** Of the line, between two marks. */
  readonly line: readonly number[];
  /** Of its kind, its heading and the line before, each closed by a mark. */
  readonly around: readonly number[];
}

/** The encoder's own marks for the start and for the end of a part. */
const START = 101;
const PART = 102;
/** Most word pieces of each that are read, as in the training. */
const MOST = { line: 112, kind: 8, heading: 16, previous: 24 } as const;

/** Cuts as much of a line as the encoder reads. */
export const linePieces = (cut: Cutter, text: string): Pieces => cut(text, MOST.line);

/** Lays out a line as the encoder learned to read it (see `training/encoder/train.py`). */
export function encoderInput(cut: Cutter, own: Pieces, { kind, type, heading, previous }: LineInPlace): EncoderInput {
  return {
    line: [START, ...own.ids, PART],
    around: [
      ...cut(`${type} ${kind}`, MOST.kind).ids,
      PART,
      ...cut(heading, MOST.heading).ids,
      PART,
      ...cut(previous, MOST.previous).ids,
      PART,
    ],
  };
}
