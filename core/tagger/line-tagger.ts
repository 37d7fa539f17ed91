import type { HeadingPath } from "../notes/headings";
import type { Line, NotesType } from "../notes/notes";
import type { Steps } from "../notes/steps";
import type { Rubric } from "../rubric/rubric";
import type { DirectWeight } from "./direct-weights";
import { explain, meaningsByFeature } from "./explain";
import { FeatureTable, type Place } from "./features";
import { headingClasses, READ } from "./heading-classes";
import { type ModelFile, RisingTable } from "./model";
import { Network } from "./network";
import { PhraseTrie } from "./phrase-trie";
import type { Tag } from "./tag";
import { withTeamPhrases } from "./team-phrases";
import type { Vocabulary } from "./vocabulary";
import { createScanner } from "./words";

/** Tags one line in its place. */
export interface LineTagger {
  tag(line: Line, path: HeadingPath, type: NotesType): readonly Tag[];
}

const NONE: readonly Tag[] = [];

/** Makes a line tagger, with places to pause. */
export function* lineTaggerInSteps(
  rubric: Rubric,
  model: ModelFile,
  vocabulary: Vocabulary,
  lessons: readonly DirectWeight[],
): Steps<LineTagger> {
  const { words: all, direct } = withTeamPhrases(rubric, vocabulary);
  const phrases = new PhraseTrie({});
  yield* phrases.addInSteps(all);
  const table = new FeatureTable(phrases);
  yield;
  const network = new Network(model.network, table, [...direct, ...lessons]);
  yield;
  const meanings = meaningsByFeature(table.names, all);
  yield;
  yield* phrases.trie.layOutInSteps();
  const scan = createScanner(phrases.trie);
  const inRubric = new Set(rubric.indicators.map(({ code }) => code));
  const known = network.labels.map((code) => inRubric.has(code));
  const calibration = new RisingTable(model.calibration);
  const least = scoreAt(model.calibration, model.tiers.suggested);
  const underOf = headingClasses(phrases, scan);

  return {
    tag: (line, path, type) => {
      const text = line.text.length > READ ? line.text.slice(0, READ) : line.text;
      const under = underOf(path);
      const words = scan(text);
      if (words.count === 0) return NONE;
      const hits = phrases.find(words, text);
      const place: Place = { kind: line.kind, agenda: type === "agenda", under };
      const shown = table.of(words, hits, place);
      network.read(shown, words.count);
      let found: Tag[] | undefined;
      for (let label = 0; label < known.length; label++) {
        const score = network.scores[label] as number;
        if (score < least || !known[label]) continue;
        const confidence = calibration.at(score * 100);
        if (confidence < model.tiers.suggested) continue;
        const { evidence, why } = explain(network.reasons(shown, label), meanings, words, text, path[path.length - 1]);
        found ??= [];
        found.push({
          indicator: network.labels[label] as string,
          stance: network.stanceOf(label),
          confidence: Math.round(confidence * 1000) / 1000,
          tier: confidence >= model.tiers.found ? "found" : "suggested",
          evidence,
          why,
          reader: "compact",
        });
      }
      return found ?? NONE;
    },
  };
}

/** The least score that can reach a confidence, so that most lines are dismissed by one comparison. */
function scoreAt(table: ModelFile["calibration"], confidence: number): number {
  for (let at = table.length - 1; at >= 0; at--) {
    const [score, reached] = table[at] as readonly [number, number];
    if (reached < confidence) return score / 100;
  }
  return Number.NEGATIVE_INFINITY;
}
