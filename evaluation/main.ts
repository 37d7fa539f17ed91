/** `npm run evaluate`: measures every reader on sets of labelled meetings, prints the figures and writes a page of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { agreementOf } from "./agreement";
import { evaluate } from "./evaluation";
import { readLearningCurve } from "./learning-curve";
import { readOptions } from "./options";
import { evaluationPage } from "./page";
import { progressTo } from "./progress";
import { openReaders } from "./readers";
import { readSets } from "./sets";
import { evaluationText } from "./text";

const root = process.cwd();
const options = readOptions(process.argv.slice(2));
const { sets, absent } = readSets(root, options.gold);
for (const folder of absent) process.stderr.write(`${folder} is not there or holds no *.gold.tsv: left out.\n`);

const readers = await openReaders(options.reader).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
});

if (!readers) {
  process.exitCode = 2;
} else if (sets.length === 0) {
  process.stderr.write("There are no labelled meetings to measure on. Name a folder of *.gold.tsv with --gold.\n");
  process.exitCode = 2;
} else {
  const evaluation = {
    ...(await evaluate(readers, sets, progressTo(process.stderr))),
    absent,
    agreement: agreementOf(join(root, "tests/corpus")),
    learningCurve: readLearningCurve(join(root, "evaluation/learning-curve.json")),
  };
  const page = resolve(root, options.page);
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, evaluationPage(evaluation));
  process.stdout.write(options.json ? `${JSON.stringify(evaluation, null, 2)}\n` : evaluationText(evaluation));
  process.stderr.write(`Wrote ${options.page}.\n`);
}
