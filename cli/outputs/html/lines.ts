import { colorIndex } from "../dimension-colors";
import { count, day, stances, tiers } from "../wording";
import { marked } from "./marked";
import { html, type Markup } from "./markup";
import type { PlacedDimension, PlacedIndicator, PlacedRow, Report } from "./report";

// Longer lines get a box that scrolls, so that a pasted essay cannot bury the rest.
const LONG_LINE = 1200;

/** All lines, by dimension and indicator. */
export function lines(report: Report): Markup {
  return html`${report.dimensions.map(group)}
<p id="none" hidden>No line matches these filters. Clear a filter to see more.</p>`;
}

function group({ dimension, indicators, index }: PlacedDimension): Markup {
  return html`<section class="dimension d${colorIndex(index)}" aria-labelledby="d${index}">
<h3 id="d${index}"><span class="badge">${dimension.key}</span> ${dimension.title}</h3>
${indicators.map(practice)}<p class="back"><a href="#map">Back to the map</a></p></section>
`;
}

function practice({ indicator, totals, index, rows }: PlacedIndicator): Markup {
  const facts = [
    totals.evidenced > 0 && `${totals.evidenced} evidenced`,
    totals.planned > 0 && `${totals.planned} planned`,
    totals.contrary > 0 && `${totals.contrary} found missing`,
    totals.suggested > 0 && `${totals.suggested} worth a look`,
    totals.meetings > 0 && `in ${count(totals.meetings, "meeting")}`,
    totals.firstSeen && `first seen ${day(totals.firstSeen)}`,
    totals.lastSeen && `last seen ${day(totals.lastSeen)}`,
  ];
  const summary = facts.filter(Boolean).join(" · ");
  return html`<section class="practice" aria-labelledby="i${index}"><h4 id="i${index}" tabindex="-1">${indicator.code} ${indicator.title}</h4>
${rows.length > 0 && html`<p class="rubric">${indicator.text}</p>`}<p class="facts">${summary || "Not yet seen in these notes."}</p>
${rows.length > 0 && html`<ol>${rows.map(line)}</ol>`}</section>
`;
}

function line({ tag, meeting, meetingIndex, index, period }: PlacedRow): Markup {
  const { mark, name } = stances[tag.stance];
  const long = tag.text.length > LONG_LINE;
  const box = long
    ? html` class="quote long" tabindex="0" role="group" aria-label="A long line"`
    : html` class="quote"`;
  const under = tag.headings.length > 0 && html` Under <q><bdi>${tag.headings.join(" › ")}</bdi></q>.`;
  return html`<li id="e${index}" data-s="${tag.stance}" data-t="${tag.tier}" data-m="${meetingIndex}" data-p="${period}">
<p${box} dir="auto">${marked(tag.text, tag.evidence)}</p>
<p class="meta"><span class="stance ${tag.stance}">${mark} ${name}</span> <span class="tier ${tag.tier}">${tiers[tag.tier]}, ${Math.round(tag.confidence * 100)}%</span>
<span>${day(meeting.date)}, <bdi>${meeting.title}</bdi></span> <span class="source"><bdi>${meeting.source}</bdi>, line ${tag.line + 1}</span></p>
<p class="why"><bdi>${tag.why}</bdi>${under}</p></li>
`;
}
