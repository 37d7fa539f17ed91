import { createTagger, type Notes, type Rubric, type TaggedNotes } from "../core/index";
import { openDeepReader } from "./deep/open-deep-reader";

/** The readers that a person can choose from. */
export const READERS = ["compact", "deep"] as const;
export type ReaderName = (typeof READERS)[number];

/** Option by which a person chooses who reads. */
export interface ReaderOptions {
  readonly reader?: ReaderName;
}

/** Tags notes; a reader that takes its time calls `step` after each line. */
export interface ChosenReader {
  readonly slow: boolean;
  tag(notes: Notes, step?: () => void): Promise<TaggedNotes>;
}

/** The reader that the options name; throws `Problem` where its files are not there. */
export async function chosenReader(rubric: Rubric, { reader = "compact" }: ReaderOptions): Promise<ChosenReader> {
  if (reader === "deep") return { slow: true, ...(await openDeepReader(rubric)) };
  const tagger = createTagger(rubric);
  return { slow: false, tag: async (notes) => tagger.tag(notes) };
}
