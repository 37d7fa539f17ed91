// `npm run evaluate`: bundles the evaluation and runs it. The same meetings give the same figures.
// `node evaluation/run.mjs curve` measures again what more meetings to learn from bring, for the picture on that page.
import { runBundled } from "../cli/bin/setup.mjs";

const [first, ...rest] = process.argv.slice(2);
if (first === "curve") await runBundled("evaluation/measure-learning-curve.ts", rest);
else await runBundled("evaluation/main.ts", process.argv.slice(2));
