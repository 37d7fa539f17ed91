// Bundles the bench of the evidence and runs it.
import { runBundled } from "../../cli/bin/setup.mjs";

await runBundled("tests/bench/evidence/main.ts", process.argv.slice(2));
