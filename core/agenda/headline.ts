import type { AdaptedRubric } from "../rubric/adapt";
import type { AgendaItem, AgendaMinutes, Finding } from "./agenda-check";
import { count, listed } from "./wording";

/** One line that says it all: how much of the time goes where, and what is worth a thought. */
export function headlineOf(
  rubric: AdaptedRubric,
  items: readonly AgendaItem[],
  minutes: AgendaMinutes,
  findings: readonly Finding[],
): string {
  if (items.length === 0) return "No items were found in this agenda yet.";
  const [top] = rubric.dimensions
    .map(({ key, short }) => ({ short: short.toLowerCase(), minutes: minutes.byDimension[key] ?? 0 }))
    .sort((a, b) => b.minutes - a.minutes);
  const whole = minutes.total;
  const first =
    whole > 0 && top && top.minutes > 0
      ? `${top.minutes} of ${count(whole, "minute")} ${top.minutes === 1 ? "goes" : "go"} to ${top.short}, ${minutes.logistics} to logistics`
      : `${count(items.length, "item")}${whole > 0 ? `, ${count(whole, "minute")}` : ""}`;
  return `${first}. ${thoughts(rubric, findings)}`;
}

function thoughts(rubric: AdaptedRubric, findings: readonly Finding[]): string {
  if (findings.length === 0) return "Nothing stands out: it looks ready to send.";
  const titles = (type: Finding["type"]) =>
    findings
      .filter((each) => each.type === type)
      .flatMap(({ indicators }) =>
        indicators.map((code) => rubric.indicators.find((each) => each.code === code)?.title.toLowerCase() ?? code),
      );
  const parts: string[] = [];
  const missing = titles("missing");
  if (missing.length) parts.push(`not yet on it: ${listed(missing)}`);
  const follow = findings.filter(({ type }) => type === "followUp").length;
  if (follow) parts.push(`${count(follow, "promise")} to come back to`);
  const time = findings.filter(({ type }) => type === "time").length;
  if (time) parts.push(`${count(time, "thing")} about the time`);
  const other = findings.filter(({ type }) => type === "craft" || type === "neglected").length;
  if (other) parts.push(parts.length ? `${count(other, "idea")} besides` : count(other, "idea"));
  return `Worth a thought: ${parts.join("; ")}.`;
}
