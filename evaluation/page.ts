import { createHash } from "node:crypto";
import { html, Markup } from "../cli/outputs/html/markup";
import { pageStyle } from "../cli/outputs/html/page-style";
import type { Evaluation } from "./evaluation";
import { agreement } from "./page/agreement";
import { details } from "./page/details";
import { header } from "./page/header";
import { headlines } from "./page/headlines";
import { learningCurvePlot } from "./page/learning-curve-plot";
import { method } from "./page/method";
import { evaluationStyle } from "./page/style";

const style = `${pageStyle}${evaluationStyle}`;

/** Shows the evaluation as one web page that needs no network, no script and no other file. */
export function evaluationPage(evaluation: Evaluation): string {
  const { results, learningCurve } = evaluation;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>How good are the tags? · Plumbline</title>
<style>${new Markup(style)}</style></head>
<body><a class="skip" href="#figures">Skip to the figures</a>
${header(evaluation)}
<main>${headlines(results)}
${agreement(evaluation.agreement)}
${results.map((result, index) => details(result, index))}
${learningCurve && learningCurvePlot(learningCurve)}
${method(evaluation)}</main>
<footer><p>Made by Plumbline with <code>npm run evaluate</code>. This page sends nothing anywhere. It quotes lines of the meetings
that were measured: share it as you would share them.</p></footer></body></html>
`.text;
}

/** Allows this page's own style and nothing else: no network, no code. */
function policy(): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
