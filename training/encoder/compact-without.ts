import { join } from "node:path";
import { builtInModel, type ModelFile } from "../../core/tagger/model";
import { builtInVocabulary } from "../../core/tagger/vocabulary";
import { datasetOf } from "../dataset";
import { fitNetwork } from "../fit-network";
import { listGold } from "../gold";
import { networkFile } from "../network-file";
import { NETWORK_OPTIONS } from "../network-options";

/** The compact reader as it would be, had it not learned from one part of the corpus. Its calibration stays. */
export function compactWithout(root: string, part: "train" | "tune"): ModelFile {
  const meetings = (["train", "tune"] as const)
    .filter((other) => other !== part)
    .flatMap((other) => listGold(join(root, "tests/corpus", other)));
  const codes = [...new Set(meetings.flatMap(({ lines }) => lines.flatMap(({ labels }) => [...labels.keys()])))].sort();
  const { examples, rows, names } = datasetOf(meetings, codes, builtInVocabulary);
  const network = fitNetwork(rows, Int32Array.from(examples.keys()), NETWORK_OPTIONS);
  return { ...builtInModel, network: networkFile(network, codes, names) };
}
