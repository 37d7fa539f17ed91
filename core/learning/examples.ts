import type { Rubric } from "../rubric/rubric";
import { FeatureTable, type Place } from "../tagger/features";
import { headingClasses, READ } from "../tagger/heading-classes";
import { type ModelFile, RisingTable } from "../tagger/model";
import { lengthScale, Network } from "../tagger/network";
import { PhraseTrie } from "../tagger/phrase-trie";
import { SMALL_WORDS } from "../tagger/small-words";
import { STANCES } from "../tagger/tag";
import { withTeamPhrases } from "../tagger/team-phrases";
import type { Vocabulary } from "../tagger/vocabulary";
import { createScanner } from "../tagger/words";
import type { SeenLine } from "./learn";

/** One line and one indicator, or one stance of it: what the model thinks, and what people said or left unsaid. */
export interface Example {
  /** The indicator, and after a blank the stance where it is about one. */
  readonly about: string;
  /** Deals whole meetings into parts. */
  readonly part: number;
  /** The model's score without anything learned. */
  readonly score: number;
  /**
   * 1 or 0 where a person said so. Else between 0 and the chance that the model sees: the more thoroughly the team went through the
   * meeting, the more it means that nobody added the tag.
   */
  shows: number;
  readonly decided: boolean;
  /** Whether what was learned has to foresee it. */
  readonly isHeld: boolean;
  readonly features: readonly number[];
  /** What a feature counts in a line of this length. */
  readonly scale: number;
}

export interface Examples {
  /** Whether the indicators show. */
  readonly tags: readonly Example[];
  /** Whether the lines speak of an indicator in a stance that a person chose against the model. */
  readonly stances: readonly Example[];
  readonly features: readonly { readonly space: "word" | "class"; readonly name: string }[];
}

/** Mean score of the second reader's tags. Its own is not kept with a decision, but a tag of it says that it was no low one. */
const DEEP_SCORE = 0.9;

/** Reads what shows in the lines, words that the model does not know too. The order of the lines plays no part. */
export function examplesOf(
  rubric: Rubric,
  seen: readonly SeenLine[],
  model: ModelFile,
  vocabulary: Vocabulary,
): Examples {
  const { words: meanings, direct } = withTeamPhrases(rubric, vocabulary);
  const phrases = new PhraseTrie(meanings);
  const known = new FeatureTable(phrases);
  const network = new Network(model.network, known, direct);
  const all = new FeatureTable(phrases, true);
  const scan = createScanner(phrases.trie);
  for (const word of wordsOfDecisions(seen, scan)) all.allowWord(word);
  const underOf = headingClasses(phrases, scan);
  const inRubric = new Set(rubric.indicators.map(({ code }) => code));
  const spokenOf = new Set(seen.flatMap(({ decided }) => [...decided.keys()]).filter((code) => inRubric.has(code)));
  const partOf = new Map([...new Set(seen.map(({ meeting }) => meeting))].sort().map((name, at) => [name, at]));
  const calibration = new RisingTable(model.calibration);
  const isSuggested = (score: number) => calibration.at(score * 100) >= model.tiers.suggested;
  /** By meeting: how many suggestions there were, and how many of them people judged. */
  const suggested: number[] = [];
  const judged: number[] = [];
  const tags: Example[] = [];
  const stances: Example[] = [];
  const restanced = new Set<string>();
  for (const { line, headings, type, meeting, decided } of [...seen].sort(inOrder)) {
    const text = line.text.slice(0, READ);
    const under = underOf(headings);
    const words = scan(text);
    if (words.count === 0) continue;
    const place: Place = { kind: line.kind, agenda: type === "agenda", under };
    const hits = phrases.find(words, text);
    network.read(known.of(words, hits, place), words.count);
    const shown = all.of(words, hits, place);
    const features = [...shown.feature.subarray(0, shown.count)].filter((feature) =>
      isLearned(all.names[feature] ?? ""),
    );
    const scale = lengthScale(words.count);
    const part = partOf.get(meeting) as number;
    network.labels.forEach((indicator, label) => {
      if (!spokenOf.has(indicator)) return;
      const said = decided.get(indicator);
      const score = Math.max(network.scores[label] as number, said?.deep ? DEEP_SCORE : Number.NEGATIVE_INFINITY);
      if (said?.deep || isSuggested(score)) {
        suggested[part] = (suggested[part] ?? 0) + 1;
        if (said !== undefined) judged[part] = (judged[part] ?? 0) + 1;
      }
      const shows = Number(said?.shows ?? false);
      tags.push({ about: indicator, part, score, shows, decided: said !== undefined, isHeld: true, features, scale });
      const stance = said?.stance;
      if (stance && stance !== network.stanceOf(label)) restanced.add(`${indicator} ${stance}`);
      const stanceScores = network.stanceScores(label);
      STANCES.forEach((one, at) => {
        const odds = oddsOf(stanceScores, at);
        const isSaid = stance !== undefined;
        stances.push({
          about: `${indicator} ${one}`,
          part,
          score: odds,
          // Where nobody said anything, the model is to stay as it is.
          shows: isSaid ? Number(stance === one) : chanceOf(odds),
          decided: isSaid,
          isHeld: isSaid,
          features,
          scale,
        });
      });
    });
  }
  for (const example of tags) {
    if (example.decided) continue;
    const thorough = (judged[example.part] ?? 0) / Math.max(1, suggested[example.part] ?? 0);
    example.shows = (1 - thorough) * chanceOf(example.score);
  }
  const features = all.names.map((full) => {
    const [space, ...name] = full.split(" ");
    return { space: space as "word" | "class", name: name.join(" ") };
  });
  return { tags, stances: stances.filter(({ about }) => restanced.has(about)), features };
}

const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** The log-odds of one of several scores against the others. */
function oddsOf(scores: Float64Array, at: number): number {
  let others = 0;
  scores.forEach((score, n) => {
    if (n !== at) others += Math.exp(score);
  });
  return (scores[at] as number) - Math.log(others);
}

const isLearned = (name: string): boolean => name.startsWith("word ") || name.startsWith("class ");

/** Words of decided lines that say something and are mostly written small: names of people teach nothing lasting. */
function wordsOfDecisions(seen: readonly SeenLine[], scan: ReturnType<typeof createScanner>): string[] {
  const decided = new Set<string>();
  /** How much oftener a word is written small than, within a line, with a capital. */
  const small = new Map<string, number>();
  for (const { line, decided: said } of seen) {
    const text = line.text.slice(0, READ);
    const { count, start, end } = scan(text);
    for (let at = 0; at < count; at++) {
      const written = text.slice(start[at], end[at]);
      const word = written.toLowerCase();
      if (said.size > 0) decided.add(word);
      small.set(word, (small.get(word) ?? 0) + (written === word ? 1 : at > 0 ? -1 : 0));
    }
  }
  return [...decided]
    .filter((word) => /^\D+$/.test(word) && (small.get(word) ?? 0) > 0 && !SMALL_WORDS.has(word))
    .sort();
}

function inOrder(a: SeenLine, b: SeenLine): number {
  return compare(a.meeting, b.meeting) || compare(a.line.text, b.line.text) || compare(a.line.kind, b.line.kind);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
