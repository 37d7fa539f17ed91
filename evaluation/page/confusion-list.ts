import { html, type Markup } from "../../cli/outputs/html/markup";
import { type Confusion, type Confusions, MOST_FREQUENT } from "../confusions";
import { titles } from "../wording";

/** The most frequent confusions, each with a line. */
export function confusionList({ pairs }: Confusions): Markup {
  if (pairs.length === 0) return html``;
  return html`<h3>The most frequent confusions</h3><ol class="examples">${pairs.slice(0, MOST_FREQUENT).map(item)}</ol>`;
}

function item({ gold, tagged, count, example }: Confusion): Markup {
  return html`<li><b>${gold}</b> ${titles.get(gold)} → tagged <b>${tagged}</b> ${titles.get(tagged)}, ${count} ×
<q class="example" dir="auto">${example}</q></li>
`;
}
