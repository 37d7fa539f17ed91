import type { Stance } from "../core/index";
import type { Agreement } from "./agreement";
import { aligned } from "./aligned";
import { MOST_FREQUENT } from "./confusions";
import type { Evaluation, LabelledResult, OtherResult } from "./evaluation";
import type { Scores } from "./scores";
import { decimal, interval, percent, scoreNames, thousands } from "./wording";

const STANCES: readonly Stance[] = ["evidenced", "planned", "contrary"];
const figure = (value: number) => decimal(value, 3);

/** Writes the evaluation for the terminal, as plain text. */
export function evaluationText({ results, agreement }: Evaluation): string {
  const parts = results.flatMap(({ reader, set, labelled, others }) => [
    ...(labelled ? [`${heading(`${reader} on ${set}`)}${labelledText(labelled)}`] : []),
    ...(others ? [`${heading(`${reader} on ${set}, meetings of other people`)}${othersText(others)}`] : []),
  ]);
  return [...parts, ...(agreement ? [`${heading("agreement")}${agreementText(agreement)}`] : [])].join("\n");
}

const heading = (text: string) => `${text}\n${"=".repeat(text.length)}\n`;
const section = (title: string, rows: readonly (readonly string[])[]) => `\n${title}\n${aligned(rows)}`;

function labelledText(result: LabelledResult): string {
  const { meetings, lines, labels, tags, scores, alarms, indicators, tiers, calibration, confusions } = result;
  const [few, many] = [result.confusions.pairs.slice(0, MOST_FREQUENT), confusions.pairs.length];
  return [
    `${meetings} meetings, ${thousands(lines)} lines, ${thousands(labels)} labels, ${thousands(tags)} tags\n`,
    section("figures", [
      ["", "figure", "95 % interval"],
      ...(Object.keys(scoreNames) as (keyof Scores)[]).map((name) => [
        scoreNames[name].name,
        figure(scores[name].value),
        interval(scores[name], 3),
      ]),
    ]),
    `  false alarms: ${alarms.alarmed} of ${thousands(alarms.plain)} lines without a label; ${figure(alarms.shareWithoutHeadings)} without headings\n`,
    section("indicators", [
      ["", "precision", "recall", "F1", "95 % interval", "labels", "tagged"],
      ...indicators.map(({ code, precision, recall, f1, support, tagged }) => [
        code,
        figure(precision),
        figure(recall),
        figure(f1.value),
        interval(f1, 3),
        String(support),
        String(tagged),
      ]),
    ]),
    section("tiers", [
      ["", "tags", "share", "precision"],
      ...tiers.map(({ tier, tags, share, precision }) => [tier, String(tags), figure(share), figure(precision)]),
    ]),
    section(`calibration: expected error ${figure(calibration.error)}`, [
      ["confidence", "tags", "mean confidence", "right"],
      ...calibration.bins.map(({ from, to, tags, confidence, right }) => [
        `${figure(from)}–${figure(to)}`,
        String(tags),
        figure(confidence),
        figure(right),
      ]),
    ]),
    result.thresholds
      ? section("if only tags from a confidence on were shown", [
          ["confidence", "tags", "precision", "recall", "F1"],
          ...result.thresholds.map(({ confidence, tags, precision, recall, f1 }) => [
            decimal(confidence, 1),
            String(tags),
            ...[precision, recall, f1].map(figure),
          ]),
        ])
      : "",
    section(`confusions: label missed → tagged falsely in the same line (${few.length} of ${many})`, [
      ...few.map(({ gold, tagged, count }) => [`${gold} → ${tagged}`, String(count)]),
      ["no false tag in the line", String(Object.values(confusions.silent).reduce((sum, count) => sum + count, 0))],
    ]),
    section("stances of right tags: label by tag", [
      ["", ...STANCES],
      ...STANCES.map((gold) => [gold, ...STANCES.map((tagged) => String(result.stances[gold][tagged]))]),
    ]),
    section("forms", [
      ["", "meetings", "lines", "labels", "precision", "recall", "F1", "stance", "false alarms"],
      ...result.forms.map(({ form, meetings, lines, labels, scores: of }) => [
        form,
        ...[meetings, lines, labels].map(String),
        ...[of.precision, of.recall, of.f1, of.stanceAccuracy, of.falseAlarms].map(figure),
      ]),
    ]),
  ].join("");
}

function othersText({ meetings, lines, alarms, falseAlarms }: OtherResult): string {
  return `${meetings} meetings, ${thousands(lines)} lines: no line shows an indicator
  false alarms ${figure(falseAlarms.value)} (${interval(falseAlarms, 3)}): ${alarms.alarmed} of ${thousands(alarms.plain)} lines; ${figure(alarms.shareWithoutHeadings)} without headings
`;
}

function agreementText({ meetings, lines, firstLabels, secondLabels, f1, stanceAccuracy, unknown }: Agreement): string {
  const missing = unknown.length > 0 ? `  not in the corpus: ${unknown.join(", ")}\n` : "";
  return `Two coders, each alone: ${meetings} meetings, ${thousands(lines)} lines, ${firstLabels} and ${secondLabels} labels
  F1 ${figure(f1.value)} (${interval(f1, 3)}), stance equal in ${percent(stanceAccuracy.value)} of the labels that both gave
${missing}`;
}
