import type { HeadingPath } from "../notes/headings";
import type { Line, NotesType } from "../notes/notes";
import type { Rubric } from "../rubric/rubric";
import { explain, meaningsByFeature } from "./explain";
import { FeatureTable, type Place } from "./features";
import { Linear, type LinearFile } from "./linear";
import { type ModelFile, RisingTable } from "./model";
import { PhraseTrie } from "./phrase-trie";
import { StanceReader } from "./stance";
import type { Tag } from "./tag";
import type { Vocabulary } from "./vocabulary";
import { createScanner } from "./words";

/** Tags one line in its place. */
export interface LineTagger {
  tag(line: Line, path: HeadingPath, type: NotesType): readonly Tag[];
}

/** Longest stretch of a line that is read, in UTF-16 units; what follows is not tagged. */
const READ = 20_000;
const NONE: readonly Tag[] = [];
/** Lines of more words than this are scaled alike. */
const LONG = 511;
/** What a phrase of the team's own rubric adds to its indicator's score, in tenths. */
const TEAM_PHRASE = 60;

export function createLineTagger(rubric: Rubric, model: ModelFile, vocabulary: Vocabulary): LineTagger {
  const { words: all, tags: tagWeights } = withTeamPhrases(rubric, model, vocabulary);
  const phrases = new PhraseTrie(all);
  const table = new FeatureTable(phrases);
  const tags = new Linear(tagWeights, table);
  const stances = new StanceReader(model.stance, table);
  const meanings = meaningsByFeature(table.names, all);
  const scan = createScanner(phrases.trie);
  const inRubric = new Set(rubric.indicators.map(({ code }) => code));
  const labels = tags.labels.map((code) => ({
    code,
    known: inRubric.has(code),
  }));
  const calibration = new RisingTable(model.calibration);
  const leastScore = scoreAt(model.calibration, model.tiers.suggested);
  const leastByLength: { least: Int32Array; lowest: number }[] = [];
  const leastIn = (words: number) => {
    const length = Math.min(words, LONG);
    let known = leastByLength[length];
    if (!known) {
      const least = tags.leastSums(leastScore, length);
      known = { least, lowest: Math.min(...least) };
      leastByLength[length] = known;
    }
    return known;
  };
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
      const { least, lowest } = leastIn(words.count);
      if (tags.ceiling(shown) < lowest) return NONE;
      tags.addUp(shown);
      let found: Tag[] | undefined;
      const ofLine = shown.count;
      for (let label = 0; label < labels.length; label++) {
        if ((tags.sums[label] as number) < (least[label] as number)) continue;
        const { code, known } = labels[label] as (typeof labels)[number];
        const confidence = calibration.at(tags.score(label, words.count) * 100);
        if (!known || confidence < model.tiers.suggested) continue;
        const { evidence, why, from, to } = explain(
          tags.reasons(shown, label),
          meanings,
          words,
          text,
          path[path.length - 1],
        );
        if (!found) {
          found = [];
          stances.readLine(shown);
        }
        // Each tag's own clause is looked at beside the features of the line.
        table.ofClause(words, hits, from, to);
        const stance = stances.stanceOf(code, shown, ofLine, words.count);
        table.forgetBeyond(ofLine);
        found.push({
          indicator: code,
          stance,
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

/** Adds the team's own phrases to vocabulary and weights, each indicator's as a class of its own. */
function withTeamPhrases(
  rubric: Rubric,
  model: ModelFile,
  vocabulary: Vocabulary,
): { words: Vocabulary; tags: LinearFile } {
  const own = rubric.indicators.filter(({ phrases }) => phrases?.length);
  if (own.length === 0) return { words: vocabulary, tags: model.tags };
  const name = (code: string) => `team-phrase-${code}`;
  return {
    words: {
      ...vocabulary,
      ...Object.fromEntries(
        own.map(({ code, phrases }) => [name(code), { means: "a phrase of your team's own", words: phrases ?? [] }]),
      ),
    },
    tags: {
      ...model.tags,
      weights: {
        ...model.tags.weights,
        class: {
          ...model.tags.weights.class,
          ...Object.fromEntries(own.map(({ code }) => [name(code), `${code} ${TEAM_PHRASE}`])),
        },
      },
    },
  };
}

/** Classes of the nearest heading, remembered for as long as its path is in use. */
function headingClasses(
  phrases: PhraseTrie,
  scan: ReturnType<typeof createScanner>,
): (path: HeadingPath) => readonly number[] {
  const remembered = new WeakMap<HeadingPath, readonly number[]>();
  // Most lines stand under the same headings as the line before.
  let last: { path: HeadingPath; classes: readonly number[] } | undefined;
  return (path) => {
    if (last?.path === path) return last.classes;
    const classes = classesUnder(path);
    last = { path, classes };
    return classes;
  };

  function classesUnder(path: HeadingPath): readonly number[] {
    const heading = path[path.length - 1];
    if (heading === undefined) return [];
    const known = remembered.get(path);
    if (known) return known;
    const text = heading.slice(0, READ);
    const hits = phrases.find(scan(text), text);
    const classes = [...new Set(hits.class.subarray(0, hits.count))];
    remembered.set(path, classes);
    return classes;
  }
}

/** The least score that can reach a confidence, so that most lines are dismissed by one comparison. */
function scoreAt(table: ModelFile["calibration"], confidence: number): number {
  for (let at = table.length - 1; at >= 0; at--) {
    const [score, reached] = table[at] as readonly [number, number];
    if (reached < confidence) return score / 100;
  }
  return Number.NEGATIVE_INFINITY;
}
