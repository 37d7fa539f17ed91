import { html, type Markup } from "../../cli/outputs/html/markup";
import type { Agreement } from "../agreement";
import { decimal, interval, percent, thousands } from "../wording";

/** How far two people agree: no reader can be held to more. */
export function agreement(of: Agreement | undefined): Markup | undefined {
  if (!of) return undefined;
  return html`<section id="agreement" aria-labelledby="agreement-title"><h2 id="agreement-title">Do people agree?</h2>
<p>Two coders labelled ${of.meetings} meetings of the project (${thousands(of.lines)} lines), each alone and by the same codebook. Held against each
other they reach F1 <b>${decimal(of.f1.value)}</b> (${interval(of.f1)}); where both gave a practice, the stance is equal in
<b>${percent(of.stanceAccuracy.value)}</b>. So a tag that the labels call wrong is sometimes one over which people would differ too.</p></section>`;
}
