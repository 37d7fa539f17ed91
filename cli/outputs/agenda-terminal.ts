import {
  type AdaptedRubric,
  type AgendaCheck,
  type AgendaItem,
  answerWords,
  besideWords,
  type Finding,
  findingOrder,
  findingTitles,
  minutesByPart,
  timeWords,
} from "../../core/index";
import { hues } from "../hues";
import { colors, printable, width, wrapped } from "../terminal";

/** Columns of the bar that stands for the longest part. */
const BAR = 30;
/** Column at which the words of an item begin, after its minutes. */
const TEXT = 11;

/** Prints a check: one line that says it all, the items, where the time goes, and what is worth a thought. */
export function printAgenda(
  check: AgendaCheck,
  rubric: AdaptedRubric,
  title: string,
  facts: readonly (string | undefined)[],
): void {
  const out = process.stdout;
  const color = colors(out);
  const hue = hues(rubric, color);
  const wide = width(out);
  const paragraph = (text: string, indent: number): string =>
    wrapped(printable(text), wide - indent).join(`\n${" ".repeat(indent)}`);
  const titleOf = new Map(rubric.indicators.map(({ code, title: name }) => [code, printable(name)]));

  out.write(`\n${color.bold(printable(title))}\n${color.dim(printable(facts.filter(Boolean).join(" · ")))}\n\n`);
  out.write(`${color.bold(paragraph(check.headline, 0))}\n`);
  for (const caution of check.cautions) out.write(`${color.dim(paragraph(caution, 0))}\n`);

  if (check.items.length) out.write(`\n${color.bold("Items")}\n`);
  for (const item of check.items) {
    out.write(`${minutesColumn(item)}  ${paragraph(item.text, TEXT)}\n`);
    const beside = besideWords(item);
    if (beside) out.write(`${" ".repeat(TEXT)}${color.dim(paragraph(beside, TEXT))}\n`);
    for (const { indicator, tier } of item.promises) {
      const sure = tier === "found" ? "" : color.dim(" (perhaps)");
      out.write(
        `${" ".repeat(TEXT)}${(hue.get(indicator) ?? String)(`○ ${indicator}`)}  ${titleOf.get(indicator) ?? ""}${sure}\n`,
      );
    }
  }

  const parts = minutesByPart(check, rubric);
  const most = Math.max(1, ...parts.map(({ minutes }) => minutes));
  const widest = Math.max(0, ...parts.map(({ title: name }) => printable(name).length));
  if (parts.length) out.write(`\n${color.bold("Where the time goes")}\n`);
  for (const { key, title: name, minutes } of parts) {
    const paint = hue.get(rubric.indicators.find(({ dimension }) => dimension === key)?.code ?? "") ?? color.dim;
    const bar = "█".repeat(Math.max(1, Math.round((minutes / most) * BAR)));
    out.write(`  ${printable(name).padEnd(widest)}${String(minutes).padStart(4)} min  ${paint(bar)}\n`);
  }
  const time = timeWords(check);
  if (time) out.write(`  ${color.dim(time)}\n`);

  if (check.questions.length) out.write(`\n${color.bold("The guiding questions")}\n`);
  for (const { title: question, answered, minutes } of check.questions) {
    const answer = answerWords({ answered, minutes });
    out.write(`  ${answered ? "●" : "○"} ${printable(question)} ${color.dim(`(${answer})`)}\n`);
  }

  for (const type of findingOrder) {
    const findings = check.findings.filter((finding) => finding.type === type);
    if (findings.length) out.write(`\n${color.bold(findingTitles[type])}\n`);
    for (const finding of findings) out.write(findingRows(finding, paragraph, color.dim));
  }
  out.write(
    `\n${color.dim("Suggestions of a program, for people to judge. “(perhaps)” means that it is not sure.")}\n`,
  );
}

function minutesColumn({ minutes, given }: AgendaItem): string {
  if (minutes === undefined) return "        –";
  return `${given ? "" : "~"}${minutes} min`.padStart(9);
}

function findingRows(
  { message, suggestion }: Finding,
  paragraph: (text: string, indent: number) => string,
  dim: (text: string) => string,
): string {
  const rows = `  • ${paragraph(message, 4)}\n`;
  if (!suggestion) return rows;
  const texts = suggestion.text
    .split("\n")
    .map((text) => `    → ${paragraph(text.split("\t").filter(Boolean).join(" | "), 6)}\n`);
  return `${rows}${texts.join("")}      ${dim(paragraph(suggestion.hint, 6))}\n`;
}
