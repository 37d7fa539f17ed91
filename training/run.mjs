// `npm run train`: bundles the training and runs it. Writes core/tagger/model.json; the same corpus gives the same file.
// `node training/run.mjs rows FOLDER FILE`: writes labelled lines for the training of an encoder (see training/encoder/train.py).
import { runBundled } from "../cli/bin/setup.mjs";

const [first, ...rest] = process.argv.slice(2);
if (first === "rows") await runBundled("training/rows.ts", rest);
else await runBundled("training/train.ts", process.argv.slice(2));
