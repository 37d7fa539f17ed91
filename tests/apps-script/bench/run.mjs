// Bundles the add-on's bench and runs it.
import { runBundled } from "../../../cli/bin/setup.mjs";

await runBundled("tests/apps-script/bench/bench.ts", process.argv.slice(2));
