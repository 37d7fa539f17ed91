// `npm run train`: bundles the training and runs it. Writes core/tagger/model.json; the same corpus gives the same file.
// `node training/run.mjs rows FOLDER FILE`: writes labelled lines for the training of an encoder (see training/encoder/train.py).
// `node training/run.mjs deep`: chooses deep-reader/settings.json for the encoder that lies beside it.
import { runBundled } from "../cli/bin/setup.mjs";

const [first, ...rest] = process.argv.slice(2);
if (first === "rows") await runBundled("training/rows.ts", rest);
else if (first === "deep") await runBundled("training/encoder/settings.ts", rest);
else await runBundled("training/train.ts", process.argv.slice(2));
