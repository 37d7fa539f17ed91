import { SPACES, type SpaceName } from "../core/tagger/features";
import { type NetworkFile, WEIGHTS } from "../core/tagger/network-file";
import { type FittedNetwork, STANCE_COUNT } from "./fit-network";

/** How many steps a typical weight of a feature is worth: few steps make a small file. */
const FINENESS = 1.66;
/** A feature all of whose weights round to none says nothing, and is left out; so is one that says next to nothing. */
const LEAST_SAID = 10;

const MIDDLE = WEIGHTS.length >> 1;

/** Writes a fitted network in the form that the tagger compiles: weights rounded to steps, one character each. */
export function networkFile(network: FittedNetwork, codes: readonly string[], names: readonly string[]): NetworkFile {
  const { units } = network;
  const steps = {
    features: rounded(typical(network.features) / FINENESS),
    tags: rounded(greatest(network.tags) / (MIDDLE - 1)),
    stance: rounded(greatest(network.stance) / (MIDDLE - 1)),
  };
  const row = (weights: Float64Array, number: number, step: number) =>
    Array.from(weights.subarray(number * units, (number + 1) * units), (weight) => characterOf(weight / step)).join("");
  const features: { [space in SpaceName]?: Record<string, string> } = {};
  for (const space of SPACES) {
    const spoken: Record<string, string> = {};
    names.forEach((name, feature) => {
      if (!name.startsWith(`${space} `)) return;
      const said = row(network.features, feature, steps.features);
      const loudness = [...said].reduce((sum, character) => sum + Math.abs(WEIGHTS.indexOf(character) - MIDDLE), 0);
      if (loudness >= LEAST_SAID) spoken[name.slice(space.length + 1)] = said;
    });
    features[space] = Object.fromEntries(Object.entries(spoken).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return {
    steps,
    hiddenBias: Array.from(network.hiddenBias, rounded),
    features,
    tags: Object.fromEntries(
      codes.map((code, label) => [
        code,
        { bias: rounded(network.tagBias[label] as number), weights: row(network.tags, label, steps.tags) },
      ]),
    ),
    stance: Object.fromEntries(
      codes.map((code, label) => {
        const rows = Array.from({ length: STANCE_COUNT }, (_, n) => label * STANCE_COUNT + n);
        return [
          code,
          {
            bias: rows.map((at) => rounded(network.stanceBias[at] as number)),
            weights: rows.map((at) => row(network.stance, at, steps.stance)),
          },
        ];
      }),
    ),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(4));
const greatest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
/** Root of the mean square. */
const typical = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

function characterOf(steps: number): string {
  const at = Math.max(0, Math.min(WEIGHTS.length - 1, Math.round(steps) + MIDDLE));
  return WEIGHTS.charAt(at);
}
