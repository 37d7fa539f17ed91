import { frameOf, within } from "./page-frame";
import { type Run, runOf } from "./runs";

/** More than any page of text has. */
const MOST = 4000;
const LONGEST_LABEL = 5000;

/** The runs that the editor's annotation layer names on a page; none where there is no such layer. */
export function annotationRuns(page: HTMLElement): Run[] {
  const rects = page.querySelectorAll("rect[aria-label]");
  if (!rects.length || rects.length > MOST) return [];
  const frame = frameOf(page);
  const runs: Run[] = [];
  for (const rect of rects) {
    const text = rect.getAttribute("aria-label") ?? "";
    if (text.length > LONGEST_LABEL) continue;
    const font = rect.getAttribute("data-font-css") ?? "";
    const run = runOf({ text, font, ...within(frame, rect.getBoundingClientRect()) });
    if (run) runs.push(run);
  }
  return runs;
}
