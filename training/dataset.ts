import { headingPaths } from "../core/notes/headings";
import { notesType } from "../core/notes/notes-type";
import { templateLines } from "../core/notes/template";
import { FeatureTable, type Place } from "../core/tagger/features";
import { lengthScale } from "../core/tagger/network";
import { PhraseTrie } from "../core/tagger/phrase-trie";
import { phraseWords } from "../core/tagger/phrase-words";
import { STANCES, type Stance } from "../core/tagger/tag";
import type { Vocabulary } from "../core/tagger/vocabulary";
import { createScanner } from "../core/tagger/words";
import type { NetworkRows } from "./fit-network";
import { type GoldMeeting, notesOf, teamOf } from "./gold";

/** A labelled line with the numbers of its features. */
export interface Example {
  readonly meeting: number;
  /** Line of a natural meeting; otherwise one of a contrast set. */
  readonly natural: boolean;
  readonly text: string;
  readonly place: Place;
  readonly labels: GoldMeeting["lines"][number]["labels"];
}

export interface Dataset {
  readonly examples: readonly Example[];
  readonly rows: NetworkRows;
  /** `space name` of each feature. */
  readonly names: readonly string[];
}

/** A feature is kept where so many lines show it. */
const LEAST = { word: 8, class: 3, under: 4, fact: 1 } as const;
/** A word is kept where so many teams use it: what only one says, its nicknames above all, teaches nothing about the next. */
const LEAST_TEAMS = 5;
/** Single lines were written to be clear, and so teach less of how people write. */
const CONTRAST_WEIGHT = 0.7;
/** Lines of other people's meetings are few beside all that such people may say. */
const OTHER_WEIGHT = 1.2;

/** Turns labelled meetings into rows of features. Headings and printed template text are left out, as the tagger does. */
export function datasetOf(meetings: readonly GoldMeeting[], codes: readonly string[], vocabulary: Vocabulary): Dataset {
  const phrases = new PhraseTrie(vocabulary);
  const uses = new Map<string, { count: number; readonly teams: Set<string> }>();
  for (const { name, lines } of meetings) {
    const team = teamOf(name);
    for (const { text } of lines) {
      for (const word of new Set(phraseWords(text))) {
        const use = uses.get(word) ?? { count: 0, teams: new Set() };
        use.count++;
        use.teams.add(team);
        uses.set(word, use);
      }
    }
  }
  const people = properNames(meetings);
  const table = new FeatureTable(phrases, true);
  for (const [word, { count, teams }] of uses) {
    if (count >= LEAST.word && teams.size >= LEAST_TEAMS && !word.endsWith("*") && word !== "#" && !people.has(word))
      table.allowWord(word);
  }
  const scan = createScanner(phrases.trie);
  const seen: number[] = [];
  const raw: number[][] = [];
  const lengths: number[] = [];
  const examples: Example[] = [];
  meetings.forEach((meeting, number) => {
    const natural = meeting.facts.set === undefined;
    const notes = notesOf(meeting);
    const agenda = natural && notesType(notes) === "agenda";
    const paths = headingPaths(notes.lines);
    const template = templateLines(notes.lines);
    meeting.lines.forEach((line, at) => {
      if (line.kind === "heading" || template[at]) return;
      const heading = natural ? paths[at]?.at(-1) : undefined;
      let under: number[] = [];
      if (heading !== undefined) {
        const above = phrases.find(scan(heading), heading);
        under = [...new Set(above.class.subarray(0, above.count))];
      }
      const place: Place = { kind: line.kind, agenda, under };
      const words = scan(line.text);
      if (words.count === 0) return;
      const hits = phrases.find(words, line.text);
      const shown = table.of(words, hits, place);
      const row = [...shown.feature.subarray(0, shown.count)];
      for (const feature of row) seen[feature] = (seen[feature] ?? 0) + 1;
      raw.push(row);
      lengths.push(words.count);
      examples.push({ meeting: number, natural, text: line.text, place, labels: line.labels });
    });
  });
  const kept = new Map<number, number>();
  const keptNames: string[] = [];
  table.names.forEach((name, feature) => {
    const space = name.slice(0, name.indexOf(" ")) as keyof typeof LEAST;
    if ((seen[feature] as number) >= LEAST[space]) kept.set(feature, keptNames.push(name) - 1);
  });
  const starts = [0];
  const indices: number[] = [];
  for (const row of raw) {
    for (const feature of row) {
      const number = kept.get(feature);
      if (number !== undefined) indices.push(number);
    }
    starts.push(indices.length);
  }
  const spaceOf = (name: string) => name.slice(0, name.indexOf(" "));
  return {
    examples,
    names: keptNames,
    rows: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      scale: Float64Array.from(lengths, lengthScale),
      whole: Uint8Array.from(keptNames, (name) => (["fact", "under"].includes(spaceOf(name)) ? 1 : 0)),
      always: Uint8Array.from(keptNames, (name) => (spaceOf(name) === "fact" ? 1 : 0)),
      targets: Float32Array.from(examples.flatMap(({ labels }) => codes.map((code) => (labels.has(code) ? 1 : 0)))),
      stances: Int8Array.from(
        examples.flatMap(({ labels }) =>
          codes.map((code) => (labels.has(code) ? STANCES.indexOf(labels.get(code) as Stance) : -1)),
        ),
      ),
      weight: Float64Array.from(examples, ({ natural, meeting }) =>
        natural ? 1 : meetings[meeting]?.facts.set === "other" ? OTHER_WEIGHT : CONTRAST_WEIGHT,
      ),
      labels: codes.length,
      features: keptNames.length,
    },
  };
}

/** Words that inside a line are nearly always written with a capital: names teach nothing about the next team. */
function properNames(meetings: readonly GoldMeeting[]): ReadonlySet<string> {
  const inside = new Map<string, { capital: number; all: number }>();
  for (const { lines } of meetings) {
    for (const { text } of lines) {
      for (const [word] of text.matchAll(/(?<=[\p{L},] )\p{L}[\p{L}'’]+/gu)) {
        const count = inside.get(word.toLowerCase()) ?? { capital: 0, all: 0 };
        count.all++;
        if (/^\p{Lu}[\p{Ll}'’]+$/u.test(word)) count.capital++;
        inside.set(word.toLowerCase(), count);
      }
    }
  }
  return new Set([...inside].filter(([, { capital, all }]) => capital > all * 0.8).map(([word]) => word));
}
