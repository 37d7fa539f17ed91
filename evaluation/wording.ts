import { plcRubric } from "../core/index";
import type { Figure } from "./resampling";
import type { Scores } from "./scores";

/** What each figure is called, and what it means to a person who never met it. */
export const scoreNames: Readonly<Record<keyof Scores, { name: string; meaning: string }>> = {
  precision: { name: "precision", meaning: "of the tags, the share that people gave too" },
  recall: { name: "recall", meaning: "of the labels that people gave, the share that was tagged" },
  f1: { name: "F1 (micro)", meaning: "one figure for both: the harmonic mean of precision and recall" },
  macroF1: { name: "F1 (macro)", meaning: "the mean F1 of the practices, rare ones as weighty as common ones" },
  stanceAccuracy: { name: "stance accuracy", meaning: "of the right tags, the share with the right stance" },
  strictF1: { name: "strict F1", meaning: "F1 where a tag is right only with its stance" },
  falseAlarms: { name: "false alarms", meaning: "of the lines without a label, the share that got a tag" },
};

/** The short name of every indicator, by code. */
export const titles: ReadonlyMap<string, string> = new Map(
  plcRubric.indicators.map(({ code, title }) => [code, title]),
);

/** "0.53", or "–" where there is nothing to measure. */
export function decimal(value: number, digits = 2): string {
  return Number.isNaN(value) ? "–" : value.toFixed(digits);
}

/** "53 %" with a space that does not break, or "–" where there is nothing to measure. */
export function percent(value: number): string {
  return Number.isNaN(value) ? "–" : `${Math.round(value * 100)} %`;
}

/** "0.49–0.56", or "–". */
export function interval({ low, high }: Figure, digits = 2): string {
  return Number.isNaN(low) ? "–" : `${decimal(low, digits)}–${decimal(high, digits)}`;
}

/** "12,306" in every language of the host. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
