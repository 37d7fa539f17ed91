import { type AgendaCheck, type Finding, findingOrder, findingTitles } from "../../../core/index";
import { html, type Markup } from "../html/markup";

/** What is worth a thought, by type, each with an item to take over where there is one. */
export function findings({ findings: all, items }: AgendaCheck): Markup {
  const groups = findingOrder.flatMap((type) => {
    const own = all.filter((finding) => finding.type === type);
    return own.length ? [html`<h3>${findingTitles[type]}</h3><ul class="findings">${own.map(finding)}</ul>`] : [];
  });
  const none = items.length > 0 ? "Nothing stands out." : "Nothing could be checked yet.";
  return html`<section aria-labelledby="thoughts"><h2 id="thoughts">Worth a thought</h2>${groups.length > 0 ? groups : html`<p class="quiet">${none}</p>`}</section>`;
}

function finding({ message, suggestion }: Finding): Markup {
  if (!suggestion) return html`<li><p>${message}</p></li>`;
  // One click marks the whole text, ready to copy.
  return html`<li><p>${message}</p><pre class="suggestion" tabindex="0"><bdi>${rows(suggestion.text)}</bdi></pre><p class="quiet">${suggestion.hint}</p></li>`;
}

/** Cells of a row are shown with bars between, and copied with tabs, as a table takes them. */
const rows = (text: string): Markup[] =>
  text.split("\n").map((row, n) => {
    const cells = row.split("\t");
    const shown =
      cells.length > 1 ? cells.map((cell, at) => html`${at > 0 ? "\t" : ""}<span class="cell">${cell}</span>`) : row;
    return html`${n > 0 ? "\n" : ""}${shown}`;
  });
