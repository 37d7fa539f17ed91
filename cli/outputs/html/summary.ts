import { colorIndex } from "../dimension-colors";
import { shows } from "../framework";
import { longestAgo, notYetSeen } from "../gaps";
import { count, day, headline, notYetSeenNote, readings, span, suggestionNote } from "../wording";
import { html, type Markup } from "./markup";
import type { Report } from "./report";

/** The top of the page: one sentence, what was read, and who made the suggestions. */
export function header({ coverage, rubric }: Report): Markup {
  const facts = [coverage.team, span(coverage), `${rubric.title}, version ${coverage.rubric.version}`].filter(Boolean);
  return html`<header>
<p class="facts"><bdi>${facts.join(" · ")}</bdi></p>
<h1>${headline(coverage, rubric)}</h1>
${coverage.meetings.length > 0 && html`<p>${readings(coverage)}</p><p class="note">${suggestionNote}</p>${pageLinks}`}
</header>`;
}

const pageLinks = html`<nav aria-label="On this page"><a href="#map">The map</a> <a href="#gaps">Not yet seen</a> <a href="#lines">The lines</a></nav>`;

/** Totals by dimension, as a table with bars. */
export function dimensionTotals({ dimensions }: Report): Markup {
  const most = Math.max(1, ...dimensions.map(({ totals }) => shows(totals)));
  const rows = dimensions.map(({ dimension, totals, indicators, index }) => {
    const seen = indicators.filter((view) => view.totals.state === "seen").length;
    return html`<tr class="d${colorIndex(index)}">
<th scope="row"><span class="badge">${dimension.key}</span> ${dimension.title}</th>
<td class="number">${shows(totals)}</td><td class="wide">${bar(shows(totals) / most)}</td>
<td class="number">${seen} of ${indicators.length}</td><td class="date">${totals.lastSeen ? day(totals.lastSeen) : "–"}</td></tr>`;
  });
  return html`<section aria-labelledby="dimensions"><h2 id="dimensions">The dimensions</h2>
<table class="totals"><thead><tr><th scope="col">Dimension</th><th scope="col" class="number">Lines</th>
<td class="wide"></td><th scope="col" class="number">Practices seen</th><th scope="col" class="date">Last seen</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

function bar(share: number): Markup {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(share * 100)}" height="10"/></svg>`;
}

/** What has not been seen yet and what was last seen long ago, in the rubric's own words. */
export function gaps({ coverage, dimensions }: Report): Markup {
  const unseen = notYetSeen(dimensions);
  const ago = longestAgo(coverage, dimensions);
  const items = unseen.map(
    ({ indicator, hints }) => html`<div><dt><b>${indicator.code}</b> ${indicator.title}</dt>
<dd>${[indicator.text, ...hints].filter(Boolean).join(" ")}</dd></div>`,
  );
  const old = ago.map(
    ({ indicator, lastSeen, meetingsSince }) => html`<li><b>${indicator.code}</b> ${indicator.title}: last seen
${day(lastSeen)}, ${count(meetingsSince, "meeting")} since</li>`,
  );
  const list = html`<p class="note">${notYetSeenNote}</p><dl class="gaps">${items}</dl>`;
  const none = html`<p>Every practice shows or is planned somewhere in these notes.</p>`;
  return html`<section id="gaps" aria-labelledby="gaps-title"><h2 id="gaps-title">Not yet seen</h2>
${unseen.length > 0 ? list : none}
${ago.length > 0 && html`<h3>Seen before, longest ago</h3><ul class="plain">${old}</ul>`}</section>`;
}
