import { adam, type Parameter, parameter } from "./adam";
import { randomFrom, shuffled } from "./random";
import { roundTo, stepOf } from "./rounding";

/** Rows of numbered features with what they should be read as. */
export interface NetworkRows {
  /** `indices[starts[row]] … indices[starts[row + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  /** What a feature counts in its row, beside `whole` ones, which count 1. */
  readonly scale: Float64Array;
  /** Whether a feature counts whole however long the line, and whether it may be dropped while learning. */
  readonly whole: Uint8Array;
  readonly always: Uint8Array;
  /** Share, 0–1, of people or teachers who would give the label: `labels` numbers a row. */
  readonly targets: Float32Array;
  /** Number of the stance of each label, or −1: `labels` numbers a row. */
  readonly stances: Int8Array;
  /** How much a row counts. */
  readonly weight: Float64Array;
  readonly labels: number;
  readonly features: number;
}

export const STANCE_COUNT = 3;

export interface FitOptions {
  readonly units: number;
  readonly epochs: number;
  readonly rate: number;
  /** Squared penalty on what features say. */
  readonly penalty: number;
  /** Share of a line's words and classes that are hidden from the network each time it sees the line. */
  readonly drop: number;
  readonly stanceWeight: number;
  /** Halfway, a feature goes that moves no label's score, and no stance's, by as much as this: what says next to nothing only costs time. */
  readonly least: number;
  /** After so many epochs the network learns with its features' weights rounded, as its file will have them. */
  readonly roundAfter: number;
  readonly seed: number;
}

/** The fitted network, before it is rounded to characters. */
export interface FittedNetwork {
  readonly units: number;
  /** What one step of a feature's weights is worth in its file. */
  readonly step: number;
  readonly features: Float64Array;
  readonly hiddenBias: Float64Array;
  readonly tags: Float64Array;
  readonly tagBias: Float64Array;
  readonly stance: Float64Array;
  readonly stanceBias: Float64Array;
}

const BATCH = 64;

/** Fits a network of one hidden layer by Adam (Kingma & Ba 2015) with a falling rate; the same rows and seed give the same weights. */
export function fitNetwork(rows: NetworkRows, use: Int32Array, options: FitOptions): FittedNetwork {
  const { labels } = rows;
  const { units, epochs, rate, penalty, drop, stanceWeight, least, roundAfter, seed } = options;
  const random = randomFrom(seed);
  const features = parameter(rows.features * units, () => normal(random) * 0.05);
  const hiddenBias = parameter(units, () => 0);
  const tags = parameter(labels * units, () => normal(random) * 0.1);
  const tagBias = parameter(labels, () => -3.5);
  const stance = parameter(labels * STANCE_COUNT * units, () => 0);
  // What all labels share of telling stances apart, so that rare ones learn it too.
  const shared = parameter(STANCE_COUNT * units, () => 0);
  const stanceBias = parameter(labels * STANCE_COUNT, () => 0);
  const all = [features, hiddenBias, tags, tagBias, stance, shared, stanceBias];
  const hidden = new Float64Array(units);
  const back = new Float64Array(units);
  const share = new Float64Array(4096);
  const gone = new Uint8Array(rows.features);
  // What features say while learning: their weights, and towards the end these as their file will have them. Errors always move the
  // weights themselves (a straight-through estimator: Bengio, Léonard & Courville 2013).
  let says = features.value;
  let size = 0;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch === epochs >> 1) dropIdle();
    if (epoch === roundAfter) {
      size = stepOf(features.value);
      says = features.value.map((weight) => roundTo(weight, size));
    }
    const order = shuffled(use.length, random);
    const slow = rate * (1 - epoch / epochs);
    for (let from = 0; from < order.length; from += BATCH) {
      const to = Math.min(from + BATCH, order.length);
      for (let at = from; at < to; at++) learn(use[order[at] as number] as number, to - from);
      step++;
      for (const part of all) adam(part, slow, step, part === features ? penalty : 0);
      if (size) for (let at = 0; at < says.length; at++) says[at] = roundTo(features.value[at] as number, size);
    }
  }
  for (let at = 0; at < gone.length * units; at++) if (gone[Math.floor(at / units)]) features.value[at] = 0;
  const stances = new Float64Array(labels * STANCE_COUNT * units);
  for (let at = 0; at < stances.length; at++)
    stances[at] = (stance.value[at] as number) + (shared.value[at % (STANCE_COUNT * units)] as number);
  return {
    units,
    step: size || stepOf(features.value),
    features: features.value,
    hiddenBias: hiddenBias.value,
    tags: tags.value,
    tagBias: tagBias.value,
    stance: stances,
    stanceBias: stanceBias.value,
  };

  function dropIdle(): void {
    for (let feature = 0; feature < gone.length; feature++) {
      const saysOf = (part: Parameter, output: number) => {
        let said = 0;
        for (let unit = 0; unit < units; unit++)
          said += (features.value[feature * units + unit] as number) * (part.value[output * units + unit] as number);
        return said;
      };
      let most = 0;
      for (let label = 0; label < labels; label++) most = Math.max(most, Math.abs(saysOf(tags, label)));
      const stances = Array.from({ length: STANCE_COUNT }, (_, n) => saysOf(shared, n));
      most = Math.max(most, Math.max(...stances) - Math.min(...stances));
      if (most >= least || rows.always[feature]) continue;
      gone[feature] = 1;
      features.value.fill(0, feature * units, (feature + 1) * units);
    }
  }

  function learn(row: number, batch: number): void {
    const start = rows.starts[row] as number;
    const end = rows.starts[row + 1] as number;
    const weight = (rows.weight[row] as number) / batch;
    hidden.set(hiddenBias.value);
    for (let k = start; k < end; k++) {
      const feature = rows.indices[k] as number;
      let counts = rows.whole[feature] ? 1 : (rows.scale[row] as number);
      if (gone[feature]) counts = 0;
      else if (!rows.always[feature]) counts = random() < drop ? 0 : counts / (1 - drop);
      share[k - start] = counts;
      if (counts === 0) continue;
      for (let unit = 0, at = feature * units; unit < units; unit++, at++)
        hidden[unit] = (hidden[unit] as number) + counts * (says[at] as number);
    }
    for (let unit = 0; unit < units; unit++) if ((hidden[unit] as number) < 0) hidden[unit] = 0;
    back.fill(0);
    for (let label = 0; label < labels; label++) {
      const place = row * labels + label;
      let score = tagBias.value[label] as number;
      for (let unit = 0, at = label * units; unit < units; unit++, at++)
        score += (tags.value[at] as number) * (hidden[unit] as number);
      const error = weight * (1 / (1 + Math.exp(-score)) - (rows.targets[place] as number));
      spread(tags, label * units, error);
      tagBias.slope[label] = (tagBias.slope[label] as number) + error;
      const right = rows.stances[place] as number;
      if (right >= 0) learnStance(label, right, weight * stanceWeight);
    }
    for (let unit = 0; unit < units; unit++) {
      if ((hidden[unit] as number) === 0) back[unit] = 0;
      hiddenBias.slope[unit] = (hiddenBias.slope[unit] as number) + (back[unit] as number);
    }
    for (let k = start; k < end; k++) {
      const counts = share[k - start] as number;
      if (counts === 0) continue;
      for (let unit = 0, at = (rows.indices[k] as number) * units; unit < units; unit++, at++)
        features.slope[at] = (features.slope[at] as number) + counts * (back[unit] as number);
    }
  }

  /** Passes an error of one output back: to its own weights, and to the hidden units. */
  function spread(part: Parameter, start: number, error: number): void {
    for (let unit = 0, at = start; unit < units; unit++, at++) {
      back[unit] = (back[unit] as number) + error * (part.value[at] as number);
      part.slope[at] = (part.slope[at] as number) + error * (hidden[unit] as number);
    }
  }

  function learnStance(label: number, right: number, weight: number): void {
    const scores = [0, 0, 0];
    for (let n = 0; n < STANCE_COUNT; n++) {
      const row = label * STANCE_COUNT + n;
      let score = stanceBias.value[row] as number;
      for (let unit = 0; unit < units; unit++)
        score +=
          ((stance.value[row * units + unit] as number) + (shared.value[n * units + unit] as number)) *
          (hidden[unit] as number);
      scores[n] = score;
    }
    const most = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - most));
    const sum = shares.reduce((a, b) => a + b);
    for (let n = 0; n < STANCE_COUNT; n++) {
      const row = label * STANCE_COUNT + n;
      const error = weight * ((shares[n] as number) / sum - (n === right ? 1 : 0));
      spread(stance, row * units, error);
      spread(shared, n * units, error);
      stanceBias.slope[row] = (stanceBias.slope[row] as number) + error;
    }
  }
}

/** A number from the normal distribution (Box & Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
