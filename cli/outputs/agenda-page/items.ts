import {
  type AdaptedRubric,
  type AgendaCheck,
  type AgendaItem,
  besideWords,
  minutesWords,
  type Notes,
} from "../../../core/index";
import { colorIndex } from "../dimension-colors";
import { html, type Markup } from "../html/markup";

/** The items in order, each with its minutes and what it promises. */
export function items(check: AgendaCheck, notes: Notes, rubric: AdaptedRubric): Markup {
  if (check.items.length === 0)
    return html`<section aria-labelledby="items"><h2 id="items">The items</h2><p class="quiet">None yet.</p></section>`;
  const rows = check.items.map(
    (item) => html`<li><span class="minutes${!item.given && " open"}">${minutesWords(item)}</span>
<div><p class="words"><bdi>${item.text || notes.lines[item.line]?.text}</bdi></p>${besideWords(item) && html`<p class="quiet"><bdi>${besideWords(item)}</bdi></p>`}${promises(item, rubric)}</div></li>`,
  );
  return html`<section aria-labelledby="items"><h2 id="items">The items, and what they promise</h2><ol class="items">${rows}</ol></section>`;
}

function promises({ promises: all }: AgendaItem, rubric: AdaptedRubric): Markup | false {
  if (all.length === 0) return false;
  const chips = all.map(({ indicator, tier, why }) => {
    const known = rubric.indicators.find(({ code }) => code === indicator);
    const at = rubric.dimensions.findIndex(({ key }) => key === known?.dimension);
    return html`<li class="chip d${colorIndex(Math.max(at, 0))}${tier === "suggested" && " perhaps"}" title="${why}"><span class="code">${indicator}</span> ${known?.title ?? ""}${tier === "suggested" && html` <small>(perhaps)</small>`}</li>`;
  });
  return html`<ul class="chips">${chips}</ul>`;
}
