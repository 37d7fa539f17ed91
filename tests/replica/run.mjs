// `npm run demo`: bundles the demo and runs it.
import { runBundled } from "../../cli/bin/setup.mjs";

await runBundled("tests/replica/demo.ts", process.argv.slice(2));
