import { SPACES, type SpaceName } from "../core/tagger/features";
import type { LinearFile } from "../core/tagger/linear";
import type { Logistic } from "./logistic";

/** Weights are written in tenths. */
const TENTHS = 10;
/** Weights smaller than this say too little to be worth their place. */
const LEAST = 0.25;

/** Writes fitted models in the form that a person can read and the tagger compiles. */
export function linearFile(labels: readonly string[], fits: readonly Logistic[], names: readonly string[]): LinearFile {
  const weights: { [space in SpaceName]?: Record<string, string> } = {};
  for (const space of SPACES) {
    const spoken: Record<string, string> = {};
    names.forEach((name, feature) => {
      if (!name.startsWith(`${space} `)) return;
      const parts = labels.flatMap((label, n) => {
        const weight = fits[n]?.weights[feature] ?? 0;
        return Math.abs(weight) < LEAST ? [] : [{ weight, text: `${label} ${Math.round(weight * TENTHS)}` }];
      });
      if (parts.length === 0) return;
      parts.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
      spoken[name.slice(space.length + 1)] = parts.map(({ text }) => text).join(" ");
    });
    const sorted = Object.keys(spoken).sort();
    if (sorted.length) weights[space] = Object.fromEntries(sorted.map((name) => [name, spoken[name] as string]));
  }
  return {
    bias: Object.fromEntries(labels.map((label, n) => [label, Math.round((fits[n]?.bias ?? 0) * TENTHS)])),
    weights,
  };
}
