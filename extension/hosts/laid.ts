import type { Edit } from "./edit-of";
import type { IndexedLine } from "./line-index";

/** A line of the document laid over runs of a page. */
export interface Laid {
  readonly entry: IndexedLine;
  /** Places of the runs on their page, in the order of the line. */
  readonly runs: readonly number[];
  /** The visible character of the line that they begin with. */
  readonly from: number;
  /** Set where the page shows the line with an edit that the text does not have yet. */
  readonly edit?: Edit;
}
