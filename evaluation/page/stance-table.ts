import { html, type Markup } from "../../cli/outputs/html/markup";
import { stances } from "../../cli/outputs/wording";
import type { Stance } from "../../core/index";
import type { StanceConfusions } from "../confusions";
import { figureTable } from "./table-behind";

const ORDER = Object.keys(stances) as Stance[];

/** The stances of right tags: what people said against what the reader said. */
export function stanceTable(counts: StanceConfusions): Markup {
  return html`<h3>How a line speaks of the practice</h3>
<p class="note">Right tags by stance: it happened, it is planned, or it was found missing. A row is what people said, a column what the reader said.</p>
${figureTable(
  ["People said", ...ORDER.map((stance) => stances[stance].name)],
  ORDER.map((gold) => [
    `${stances[gold].mark} ${stances[gold].name}`,
    ...ORDER.map((tagged) => String(counts[gold][tagged])),
  ]),
)}`;
}
