// Bundles the bench of the agenda check and runs it, so that it measures built code.
import { runBundled } from "../../cli/bin/setup.mjs";

await runBundled("tests/bench/agenda.ts", process.argv.slice(2));
