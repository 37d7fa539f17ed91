// Bundles one of the add-on's developer commands and runs it: `node apps-script/build/run.mjs main|deploy`.
import { runBundled } from "../../cli/bin/setup.mjs";

const [command = "main", ...args] = process.argv.slice(2);
await runBundled(`apps-script/build/${command}.ts`, args);
