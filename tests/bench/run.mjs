// Bundles the bench and runs it, so that it measures built code.
import { runBundled } from "../../cli/bin/setup.mjs";

await runBundled("tests/bench/bench.ts", process.argv.slice(2));
