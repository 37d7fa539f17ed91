// Bundles the browser's bench and runs it on the built extension.
import { build, runBundled } from "../../cli/bin/setup.mjs";

await build();
await runBundled("tests/bench/browser.ts", process.argv.slice(2));
