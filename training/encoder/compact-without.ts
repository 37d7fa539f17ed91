import { join } from "node:path";
import type { ModelFile } from "../../core/tagger/model";
import { compactFrom } from "../compact-from";
import { listGold } from "../gold";
import { readTaught } from "../taught";

/** The compact reader as it would be, had it not learned from one part of the corpus. */
export function compactWithout(root: string, part: "train" | "tune"): ModelFile {
  const others = (["train", "tune"] as const).filter((other) => other !== part);
  return compactFrom(
    others.flatMap((other) => listGold(join(root, "tests/corpus", other))),
    // Made of the train meetings.
    part === "tune" ? readTaught(join(root, "training/taught.jsonl.gz")) : [],
  );
}
