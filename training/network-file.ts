import { SPACES, type SpaceName } from "../core/tagger/features";
import { type NetworkFile, WEIGHTS } from "../core/tagger/network-file";
import { type FittedNetwork, STANCE_COUNT } from "./fit-network";

/** How many steps a typical weight of a feature is worth: few steps make a small file. */
const FINENESS = 1.0;
/** A feature all of whose weights round to none says nothing, and is left out; so is one that says next to nothing. */
const LEAST_SAID = 10;

const MIDDLE = WEIGHTS.length >> 1;

/** Writes a fitted network in the form that the tagger compiles: weights rounded to steps, one character each. */
export function networkFile(network: FittedNetwork, codes: readonly string[], names: readonly string[]): NetworkFile {
  const { units } = network;
  const steps = stepsOf(network);
  const row = (weights: Float64Array, number: number, step: number) =>
    Array.from(weights.subarray(number * units, (number + 1) * units), (weight) => characterOf(weight / step)).join("");
  const features: { [space in SpaceName]?: Record<string, string> } = {};
  for (const space of SPACES) {
    const spoken: Record<string, string> = {};
    names.forEach((name, feature) => {
      if (!name.startsWith(`${space} `)) return;
      const own = network.features.subarray(feature * units, (feature + 1) * units);
      if (saysEnough(own, steps.features))
        spoken[name.slice(space.length + 1)] = row(network.features, feature, steps.features);
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

/** The network as its file has it: weights rounded, and what says next to nothing left out. */
export function asWritten(network: FittedNetwork): FittedNetwork {
  const { units } = network;
  const steps = stepsOf(network);
  const counted = (weights: Float64Array, step: number) => weights.map((weight) => inRange(weight / step) * step);
  const features = counted(network.features, steps.features);
  for (let from = 0; from < features.length; from += units) {
    if (!saysEnough(network.features.subarray(from, from + units), steps.features))
      features.fill(0, from, from + units);
  }
  return {
    ...network,
    features,
    tags: counted(network.tags, steps.tags),
    stance: counted(network.stance, steps.stance),
  };
}

const stepsOf = ({ features, tags, stance }: FittedNetwork): NetworkFile["steps"] => ({
  features: rounded(typical(features) / FINENESS),
  tags: rounded(greatest(tags) / (MIDDLE - 1)),
  stance: rounded(greatest(stance) / (MIDDLE - 1)),
});

const rounded = (value: number): number => Number(value.toPrecision(4));
const greatest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
/** Root of the mean square. */
const typical = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

const saysEnough = (weights: Float64Array, step: number): boolean =>
  weights.reduce((sum, weight) => sum + Math.abs(inRange(weight / step)), 0) >= LEAST_SAID;

/** Whole steps, as many as there are characters for. */
const inRange = (steps: number): number => Math.max(-MIDDLE, Math.min(WEIGHTS.length - 1 - MIDDLE, Math.round(steps)));

const characterOf = (steps: number): string => WEIGHTS.charAt(inRange(steps) + MIDDLE);
