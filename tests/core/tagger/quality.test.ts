import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTagger, plcRubric } from "../../../core/index";
import { listGold, notesOf } from "../../../training/gold";

const dev = join(import.meta.dirname, "../../../../shared/corpus/dev");
const other = join(import.meta.dirname, "../../../../shared/corpus/negatives");
const tagger = createTagger(plcRubric);

test.skipIf(!existsSync(dev))("on labelled meetings that it never saw, quality holds (needs the shared corpus)", () => {
  const count = { right: 0, false: 0, missed: 0, stance: 0, alarms: 0, plain: 0 };
  for (const meeting of listGold(dev)) {
    const { tags } = tagger.tag(notesOf(meeting));
    meeting.lines.forEach(({ labels }, at) => {
      const found = new Map((tags[at] ?? []).map(({ indicator, stance }) => [indicator, stance]));
      if (labels.size === 0) {
        count.plain++;
        if (found.size) count.alarms++;
      }
      for (const [code, stance] of found) {
        if (!labels.has(code)) count.false++;
        else {
          count.right++;
          if (labels.get(code) === stance) count.stance++;
        }
      }
      for (const code of labels.keys()) if (!found.has(code)) count.missed++;
    });
  }
  expect((2 * count.right) / (2 * count.right + count.false + count.missed)).toBeGreaterThan(0.45);
  expect(count.stance / count.right).toBeGreaterThan(0.82);
  expect(count.alarms / count.plain).toBeLessThan(0.2);
});

test.skipIf(!existsSync(other))("meetings of other people are left alone (needs the shared corpus)", () => {
  let alarms = 0;
  let lines = 0;
  for (const meeting of listGold(other)) {
    const { tags } = tagger.tag(notesOf(meeting));
    lines += tags.length;
    alarms += tags.filter(({ length }) => length).length;
  }
  expect(lines).toBeGreaterThan(500);
  expect(alarms / lines).toBeLessThan(0.04);
});
