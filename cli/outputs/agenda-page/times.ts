import { type AdaptedRubric, type AgendaCheck, answerWords, minutesByPart, timeWords } from "../../../core/index";
import { colorIndex } from "../dimension-colors";
import { html, type Markup } from "../html/markup";

/** Where the minutes go, as bars of the same scale. */
export function times(check: AgendaCheck, rubric: AdaptedRubric): Markup | false {
  const parts = minutesByPart(check, rubric);
  if (parts.length === 0) return false;
  const most = Math.max(...parts.map(({ minutes }) => minutes));
  const rows = parts.map(({ key, title, minutes }) => {
    const at = rubric.dimensions.findIndex((dimension) => dimension.key === key);
    const width = Math.max(1, Math.round((minutes / most) * 100));
    return html`<tr class="${at < 0 ? "plain" : `d${colorIndex(at)}`}"><th scope="row">${title}</th><td class="number">${minutes} min</td>
<td class="wide"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="10"/></svg></td></tr>`;
  });
  return html`<section aria-labelledby="times"><h2 id="times">Where the time goes</h2>
<table>${html`<tbody>${rows}</tbody>`}</table><p class="quiet">${timeWords(check)}</p></section>`;
}

/** The model's guiding questions, each with the time that it gets. */
export function questions({ questions: all }: AgendaCheck): Markup | false {
  if (all.length === 0) return false;
  const rows = all.map(
    ({ title, answered, minutes }) =>
      html`<li class="${answered ? "answered" : "open"}"><span aria-hidden="true">${answered ? "●" : "○"}</span> ${title} <span class="quiet">${answerWords({ answered, minutes })}</span></li>`,
  );
  return html`<section aria-labelledby="questions"><h2 id="questions">The guiding questions</h2><ul class="questions">${rows}</ul></section>`;
}
