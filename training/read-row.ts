import type { FittedNetwork, NetworkRows } from "./fit-network";

/** Scores of all labels, and of all stances of each, for one row. */
export function readRow(
  rows: NetworkRows,
  row: number,
  network: FittedNetwork,
): { tags: Float64Array; stances: Float64Array } {
  const { units } = network;
  const hidden = Float64Array.from(network.hiddenBias);
  for (let k = rows.starts[row] as number; k < (rows.starts[row + 1] as number); k++) {
    const feature = rows.indices[k] as number;
    const counts = rows.whole[feature] ? 1 : (rows.scale[row] as number);
    for (let unit = 0; unit < units; unit++)
      hidden[unit] = (hidden[unit] as number) + counts * (network.features[feature * units + unit] as number);
  }
  const outputs = (weights: Float64Array, bias: Float64Array) =>
    bias.map((score, output) => {
      let sum = score;
      for (let unit = 0; unit < units; unit++)
        sum += (weights[output * units + unit] as number) * Math.max(0, hidden[unit] as number);
      return sum;
    });
  return { tags: outputs(network.tags, network.tagBias), stances: outputs(network.stance, network.stanceBias) };
}
