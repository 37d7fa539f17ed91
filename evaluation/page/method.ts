import { html, type Markup } from "../../cli/outputs/html/markup";
import type { Evaluation } from "../evaluation";

/** How the figures came about, so that anyone can repeat and doubt them. */
export function method({ absent }: Evaluation): Markup {
  return html`<section id="method" aria-labelledby="method-title"><h2 id="method-title">How this was measured</h2>
<ul class="plain"><li>A reader gets the lines and the title of a meeting, never the labels.</li>
<li>Intervals: whole meetings are drawn with replacement, as many as there are, a thousand times; the middle 95 % of the figures is the
interval. Lines of one meeting resemble each other, so lines are never drawn one by one.</li>
<li>False alarms count all lines without a label, headings among them.</li>
<li>Both tiers of tags count, those “found” and those “worth a look”.</li>
<li>Words are what spaces part; they tell terse notes from prose.</li>
<li>Meetings of other people count for false alarms only.</li>
${absent.length > 0 && html`<li>Not there, and so not measured: <bdi>${absent.join(", ")}</bdi>.</li>`}</ul>
<p>Repeat it with <code>npm run evaluate</code>, and on meetings of your own with <code>npm run evaluate -- --gold FOLDER</code>: the same
meetings give the same figures. <code>tests/corpus/README.md</code> tells how the meetings were made and what they are not good for.</p></section>`;
}
