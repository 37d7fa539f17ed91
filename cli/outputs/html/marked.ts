import type { Span } from "../../../core/tagger/tag";
import { html, Markup } from "./markup";

/** The text with its evidence in `<mark>`; spans outside the text or over one another are skipped. */
export function marked(text: string, spans: readonly Span[]): Markup {
  const parts: Markup[] = [];
  let done = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start < done || end <= start || end > text.length) continue;
    parts.push(html`${text.slice(done, start)}<mark>${text.slice(start, end)}</mark>`);
    done = end;
  }
  return new Markup([...parts, html`${text.slice(done)}`].map((part) => part.text).join(""));
}
