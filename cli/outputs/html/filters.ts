import { day, stances, tiers } from "../wording";
import { html, type Markup } from "./markup";
import type { Report } from "./report";

/** The form that filters the lines; hidden until the script that serves it runs. */
export function filters({ coverage, dimensions, periods, unit }: Report): Markup {
  const practices = dimensions.map(
    ({ dimension, index, indicators }) => html`<optgroup label="${dimension.title}">
<option value="d${index}">All of ${dimension.short}</option>
${indicators.map(({ indicator, index: at }) => html`<option value="i${at}">${indicator.code} ${indicator.title}</option>`)}</optgroup>`,
  );
  const meetings = coverage.meetings.map(
    ({ date, title }, index) => html`<option value="m${index}">${day(date)}, ${title}</option>`,
  );
  const spans = periods.map(({ name }, index) => html`<option value="p${index}">${name}</option>`);
  const stanceOptions = Object.entries(stances).map(([key, { mark, name }]) => option(key, `${mark} ${name}`));
  return html`<form id="filters" role="search" aria-label="Filter the lines" hidden>
<label>Practice <select name="what"><option value="">All practices</option>${practices}</select></label>
<label>Stance <select name="stance"><option value="">All stances</option>${stanceOptions}</select></label>
<label>How sure <select name="tier"><option value="">Any</option>${Object.entries(tiers).map(([key, name]) => option(key, name))}</select></label>
<label>Meeting <select name="when"><option value="">All meetings</option>
${unit !== "meeting" && html`<optgroup label="By ${unit}">${spans}</optgroup>`}<optgroup label="Meetings">${meetings}</optgroup></select></label>
<label>Words <input type="search" name="words" autocomplete="off"></label>
<button type="reset">Clear filters</button></form>
<p id="count" role="status"></p>`;
}

function option(value: string, name: string): Markup {
  return html`<option value="${value}">${name}</option>`;
}
