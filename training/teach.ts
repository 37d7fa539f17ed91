/**
 * Lets the second reader's encoder label other wordings of the train meetings, for the compact reader to learn from. Writes
 * `training/taught.jsonl.gz`. Run by `node training/run.mjs teach`; about half an hour.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openEncoderOf } from "../cli/deep/open-deep-reader";
import { createTagger, plcRubric, STANCES, type Stance } from "../core/index";
import { builtInVocabulary } from "../core/tagger/vocabulary";
import { encoderInput, linePieces } from "../deep-reader/encoder-input";
import { placeOf } from "../deep-reader/place-of";
import { builtInSettings } from "../deep-reader/settings";
import { createCutter } from "../deep-reader/word-pieces";
import { type GoldMeeting, listGold, notesOf } from "./gold";
import { type Belief, type TaughtMeeting, writeTaught } from "./taught";
import { createVariation } from "./vary";

/** Other wordings of each meeting; single lines have one. */
const COPIES = 2;

const root = process.cwd();
const folder = join(root, "deep-reader");
const cut = createCutter(readFileSync(join(folder, "vocabulary.txt"), "utf8"));
const encoder = await openEncoderOf(folder, builtInSettings.encoder);
const tagger = createTagger(plcRubric);
const vary = createVariation(builtInVocabulary);

async function taught(meeting: GoldMeeting, of: string): Promise<TaughtMeeting> {
  const single = meeting.facts.set === "contrast";
  const tagged = tagger.tag(notesOf(meeting));
  const lines: TaughtMeeting["lines"][number][] = [];
  for (const [at, { kind, text }] of meeting.lines.entries()) {
    const found = placeOf(tagged, at);
    const place = found && single ? { ...found, type: "" as const, heading: "", previous: "" } : found;
    const pieces = place && linePieces(cut, place.text);
    const beliefs: Record<string, Belief> = {};
    if (place && pieces?.ids.length) {
      const { scores, stances } = await encoder.read(encoderInput(cut, pieces, place));
      builtInSettings.labels.forEach((code, label) => {
        const own = [...stances.subarray(label * STANCES.length, (label + 1) * STANCES.length)];
        beliefs[code] = {
          share: 1 / (1 + Math.exp(-(scores[label] as number))),
          stance: STANCES[own.indexOf(Math.max(...own))] as Stance,
        };
      });
    }
    lines.push({ kind, text, beliefs });
  }
  return { of, facts: meeting.facts, lines };
}

const meetings = listGold(join(root, "tests/corpus/train"));
const made: TaughtMeeting[] = [];
for (const [number, meeting] of meetings.entries()) {
  const copies = meeting.facts.set === undefined ? COPIES : 1;
  for (let copy = 0; copy < copies; copy++)
    made.push(await taught(vary(meeting, number * COPIES + copy + 1), basename(meeting.name)));
  if (number % 20 === 0) console.log(`${number} of ${meetings.length}`);
}
await encoder.close();
writeTaught(join(root, "training/taught.jsonl.gz"), made);
console.log(`${made.reduce((sum, { lines }) => sum + lines.length, 0)} lines`);
