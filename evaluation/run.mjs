// `npm run evaluate`: bundles the evaluation and runs it. The same meetings give the same figures.
import { runBundled } from "../cli/bin/setup.mjs";

await runBundled("evaluation/main.ts", process.argv.slice(2));
