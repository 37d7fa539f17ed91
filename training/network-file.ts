import { SPACES, type SpaceName } from "../core/tagger/features";
import { type FeatureFile, type NetworkFile, pairOf, WEIGHTS } from "../core/tagger/network-file";
import { type FittedNetwork, STANCE_COUNT } from "./fit-network";
import { roundTo, stepsIn } from "./rounding";

/** A feature all of whose weights round to none says nothing, and is left out; so is one that says next to nothing. */
const LEAST_SAID = 10;

const MIDDLE = WEIGHTS.length >> 1;

/** Writes a fitted network in the form that the tagger compiles: weights rounded to steps, one character each. */
export function networkFile(network: FittedNetwork, codes: readonly string[], names: readonly string[]): NetworkFile {
  const { units } = network;
  const steps = stepsOf(network);
  const row = (weights: Float64Array, number: number, step: number) =>
    Array.from(weights.subarray(number * units, (number + 1) * units), (weight) => characterOf(weight / step)).join("");
  const features: { [space in SpaceName]?: FeatureFile } = {};
  for (const space of SPACES) {
    const spoken = names.flatMap((name, feature) => {
      const own = network.features.subarray(feature * units, (feature + 1) * units);
      if (!name.startsWith(`${space} `) || !saysEnough(own, steps.features)) return [];
      return [{ name: name.slice(space.length + 1), own }];
    });
    spoken.sort((a, b) => (a.name < b.name ? -1 : 1));
    if (spoken.length === 0) continue;
    features[space] = {
      names: spoken.map(({ name }) => name).join(" "),
      weights: spoken.map(({ own }) => pairs(own, steps.features)).join(""),
    };
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
  const features = network.features.map((weight) => roundTo(weight, steps.features));
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

const stepsOf = ({ step, tags, stance }: FittedNetwork): NetworkFile["steps"] => ({
  features: rounded(step),
  tags: rounded(greatest(tags) / (MIDDLE - 1)),
  stance: rounded(greatest(stance) / (MIDDLE - 1)),
});

const rounded = (value: number): number => Number(value.toPrecision(4));
const greatest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
/** A feature's weights, two to a character. */
const pairs = (weights: Float64Array, step: number): string =>
  Array.from({ length: weights.length / 2 }, (_, at) =>
    pairOf(stepsIn(weights[at * 2] as number, step), stepsIn(weights[at * 2 + 1] as number, step)),
  ).join("");

const saysEnough = (weights: Float64Array, step: number): boolean =>
  weights.reduce((sum, weight) => sum + Math.abs(stepsIn(weight, step)), 0) >= LEAST_SAID;

/** Whole steps, as many as there are characters for. */
const inRange = (steps: number): number => Math.max(-MIDDLE, Math.min(WEIGHTS.length - 1 - MIDDLE, Math.round(steps)));

const characterOf = (steps: number): string => WEIGHTS.charAt(inRange(steps) + MIDDLE);
