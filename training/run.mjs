// `npm run train`: bundles the training and runs it. Writes core/tagger/model.json; the same corpus gives the same file.
// `node training/run.mjs rows FOLDER FILE`: writes labelled lines for the training of an encoder (see training/encoder/train.py).
// `node training/run.mjs deep`: chooses deep-reader/settings.json for the encoder that lies beside it.
// `node training/run.mjs teach`: lets that encoder label other wordings of the train meetings, from which the compact reader learns too.
import { runBundled } from "../cli/bin/setup.mjs";

const [first, ...rest] = process.argv.slice(2);
if (first === "rows") await runBundled("training/rows.ts", rest);
else if (first === "deep") await runBundled("training/encoder/settings.ts", rest);
else if (first === "teach") await runBundled("training/teach.ts", rest);
else await runBundled("training/train.ts", process.argv.slice(2));
