import { html, type Markup } from "../../cli/outputs/html/markup";
import { count } from "../../cli/outputs/wording";
import type { Evaluation, Result } from "../evaluation";
import { thousands } from "../wording";

/** The top of the page: the answer in one sentence, and what it rests on. */
export function header({ results, learningCurve, agreement }: Evaluation): Markup {
  const first = results.find(({ labelled }) => labelled);
  return html`<header><p class="facts">Plumbline · evaluation of its tags</p>
<h1>${answer(first)}</h1>
${first && basis(first)}
<p class="note">A tag says that a practice shows in a line. People labelled the same lines by the same codebook; a tag is right where
they gave that practice too. Tags are suggestions for people to judge, and these figures say how much judging there is to do.</p>
<nav aria-label="On this page"><a href="#figures">The figures</a>
${agreement && html`<a href="#agreement">Do people agree?</a>`}
${results.map(({ reader, set, labelled }, index) => labelled && html`<a href="#r${index}">${reader} on <bdi>${set}</bdi></a>`).filter(isMarkup)}
${learningCurve && html`<a href="#learning">More meetings to learn from</a>`}
<a href="#method">How this was measured</a></nav></header>`;
}

const isMarkup = (part: Markup | undefined): part is Markup => part !== undefined;

function answer(first: Result | undefined): string {
  if (!first?.labelled) return "How often does it tag what is not there?";
  const { precision, recall } = first.labelled.scores;
  const ofHundred = (value: number) => (Number.isNaN(value) ? "none" : String(Math.round(value * 100)));
  return `Of 100 tags, ${ofHundred(precision.value)} are right; of 100 that people gave, ${ofHundred(recall.value)} are found.`;
}

function basis({ reader, set, labelled }: Result): Markup | undefined {
  if (!labelled) return undefined;
  const { meetings, lines, labels } = labelled;
  return html`<p>The ${reader} reader on <bdi>${set}</bdi>: ${count(meetings, "meeting")}, ${thousands(lines)} lines, ${thousands(labels)} labels.</p>`;
}
