import { join } from "node:path";
import type { ModelFile } from "../../core/tagger/model";
import { compactFrom } from "../compact-from";
import { listGold } from "../gold";

/** The compact reader as it would be, had it not learned from one part of the corpus. */
export function compactWithout(root: string, part: "train" | "tune"): ModelFile {
  const others = (["train", "tune"] as const).filter((other) => other !== part);
  return compactFrom(others.flatMap((other) => listGold(join(root, "tests/corpus", other))));
}
