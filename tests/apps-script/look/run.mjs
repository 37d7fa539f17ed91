// Bundles the add-on's pictures and draws them.
import { runBundled } from "../../../cli/bin/setup.mjs";

await runBundled("tests/apps-script/look/look.ts", process.argv.slice(2));
