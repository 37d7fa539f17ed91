import type { Vocabulary } from "../core/tagger/vocabulary";
import type { GoldMeeting } from "./gold";
import { randomFrom } from "./random";

/** How often two lines are joined, words are left out of a line, and how many of those; how often a phrase gives way to another. */
const JOIN = 0.35;
const SHORTEN = 0.4;
const LEFT_OUT = 0.12;
const EXCHANGE = 0.35;
const LONGEST_PHRASE = 3;

/** Makes other meetings of a meeting: the same lines in other words, for a teacher to label. The same seed gives the same. */
export function createVariation(vocabulary: Vocabulary): (meeting: GoldMeeting, seed: number) => GoldMeeting {
  const others = exchangeable(vocabulary);
  return (meeting, seed) => {
    const random = randomFrom(seed);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const pool = meeting.lines
      .filter(({ kind, text }) => kind !== "heading" && text.includes(" "))
      .map(({ text }) => text.split(/\s+/));
    const lines = meeting.lines.map((line) => {
      if (line.kind === "heading") return line;
      let words = line.text.split(/\s+/);
      if (pool.length && random() < JOIN) words = joined(words, pick(pool), random);
      return { ...line, text: exchanged(words, random, pick).join(" "), labels: new Map() };
    });
    return { ...meeting, lines };
  };

  function exchanged(words: readonly string[], random: () => number, pick: <T>(list: readonly T[]) => T): string[] {
    const leaveOut = random() < SHORTEN ? LEFT_OUT : 0;
    const said: string[] = [];
    for (let at = 0; at < words.length; ) {
      const found = phraseAt(words, at);
      if (found && random() < EXCHANGE) {
        said.push(`${found.before}${pick(pick(found.groups))}${found.after}`);
        at += found.length;
      } else {
        if (random() >= leaveOut) said.push(words[at] as string);
        at++;
      }
    }
    return said.length ? said : [...words];
  }

  /** The longest phrase of the vocabulary that begins at a word, with the marks around it. */
  function phraseAt(words: readonly string[], at: number) {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
      const parts = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(words.slice(at, at + length).join(" "));
      const [, before = "", phrase = "", after = ""] = parts ?? [];
      const groups = others.get(phrase.toLowerCase());
      if (groups) return { groups, before, after, length };
    }
    return undefined;
  }
}

/** The beginning of one line with the end of another. */
function joined(first: readonly string[], second: readonly string[], random: () => number): string[] {
  const [one, two] = random() < 0.5 ? [first, second] : [second, first];
  return [...one.slice(0, 1 + Math.floor(random() * one.length)), ...two.slice(Math.floor(random() * two.length))];
}

/** For each phrase of the vocabulary: the phrases of each of its classes, itself included. */
function exchangeable(vocabulary: Vocabulary): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, string[][]>();
  for (const { words } of Object.values(vocabulary)) {
    const plain = words.filter((phrase) => !/[*#]/.test(phrase));
    if (plain.length < 2) continue;
    for (const phrase of plain) groups.set(phrase.toLowerCase(), [...(groups.get(phrase.toLowerCase()) ?? []), plain]);
  }
  return groups;
}
