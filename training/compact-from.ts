import { builtInModel, type ModelFile } from "../core/tagger/model";
import { builtInVocabulary } from "../core/tagger/vocabulary";
import { datasetOf } from "./dataset";
import { fitNetwork } from "./fit-network";
import type { GoldMeeting } from "./gold";
import { networkFile } from "./network-file";
import { NETWORK_OPTIONS } from "./network-options";

/** The compact reader as it would be, had it learned from these meetings alone. Its calibration stays the shipped one's. */
export function compactFrom(meetings: readonly GoldMeeting[]): ModelFile {
  const codes = [...new Set(meetings.flatMap(({ lines }) => lines.flatMap(({ labels }) => [...labels.keys()])))].sort();
  const { examples, rows, names } = datasetOf(meetings, codes, builtInVocabulary);
  const network = fitNetwork(rows, Int32Array.from(examples.keys()), NETWORK_OPTIONS);
  return { ...builtInModel, network: networkFile(network, codes, names) };
}
