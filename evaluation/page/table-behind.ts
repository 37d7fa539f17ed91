import { html, type Markup } from "../../cli/outputs/html/markup";

/** The figures of a picture as a table, closed until it is asked for (and open in print). The first cell of a row names it. */
export function tableBehind(heads: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return html`<details><summary>The same as a table</summary>${figureTable(heads, rows)}</details>`;
}

/** A table of figures that scrolls where it is wider than the page. */
export function figureTable(heads: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const [first = "", ...others] = heads;
  return html`<div class="scroll" role="region" aria-label="Table: ${heads.join(", ")}" tabindex="0"><table class="figures">
<thead><tr><th scope="col">${first}</th>${others.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody></table></div>`;
}

function row([first = "", ...cells]: readonly string[]): Markup {
  return html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>
`;
}
