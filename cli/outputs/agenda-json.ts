import type { AgendaCheck } from "../../core/index";

/** Writes a check as JSON. `minutes` of an item is null where neither the agenda nor the time left over tells it. */
export function agendaJson({ items, minutes, findings }: AgendaCheck): string {
  const { total, byDimension, logistics } = minutes;
  return `${JSON.stringify(
    {
      items: items.map(({ line, minutes: long, promises, kind }) => ({
        line,
        minutes: long ?? null,
        indicators: promises.map(({ indicator }) => indicator),
        kind,
      })),
      minutes: { total, byDimension, logistics },
      findings: findings.map(({ type, indicators, lines, message, suggestion }) => ({
        type,
        indicators,
        lines,
        message,
        suggestion: suggestion?.text ?? null,
      })),
    },
    null,
    2,
  )}\n`;
}
