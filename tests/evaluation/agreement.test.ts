import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agreementOf } from "../../evaluation/agreement";
import { scratch } from "../cli/scratch";

test("the second coder's labels are held against the first's, row by row", () => {
  const corpus = scratch();
  mkdirSync(join(corpus, "second-coding"));
  mkdirSync(join(corpus, "train"));
  const rows = ["heading\t\tData", "bullet\tRD1+\tscores", "bullet\tSL3+ RD2+\tslips", "bullet\t\tlunch"];
  writeFileSync(join(corpus, "train/w1.gold.tsv"), `${rows.join("\n")}\n`);
  writeFileSync(join(corpus, "train/w2.gold.tsv"), "bullet\tTP1+\tnot coded twice\n");
  const second = ["w1.gold.tsv\t1\tRD1>", "w1.gold.tsv\t2\tSL3+", "w1.gold.tsv\t3\tCT1+", "gone.gold.tsv\t0\tTP1+"];
  writeFileSync(join(corpus, "second-coding/labels.tsv"), `${second.join("\n")}\n`);
  expect(agreementOf(corpus)).toMatchObject({
    meetings: 1,
    lines: 4,
    firstLabels: 3,
    secondLabels: 3,
    // Both gave RD1 and SL3; RD2 only the first, CT1 only the second.
    f1: { value: 4 / 6 },
    stanceAccuracy: { value: 1 / 2 },
    unknown: ["gone.gold.tsv"],
  });
});

test("where labels were settled, the first coding is the one that counts", () => {
  const corpus = scratch();
  mkdirSync(join(corpus, "second-coding"));
  mkdirSync(join(corpus, "train"));
  writeFileSync(join(corpus, "train/t1.gold.tsv"), "bullet\tRD1+\tscores\nbullet\tSL3+\tslips\n");
  writeFileSync(join(corpus, "second-coding/labels.tsv"), "t1.gold.tsv\t0\tRD1+\nt1.gold.tsv\t1\tSL3+\n");
  writeFileSync(join(corpus, "second-coding/first.tsv"), "t1.gold.tsv\t0\tRD1+\nt1.gold.tsv\t1\tTP1+\n");
  expect(agreementOf(corpus)).toMatchObject({ firstLabels: 2, secondLabels: 2, f1: { value: 1 / 2 } });
});

test("without a second coding there is no agreement to tell of", () => {
  expect(agreementOf(scratch())).toBeUndefined();
});
