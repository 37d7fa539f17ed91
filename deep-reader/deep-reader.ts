import {
  createLessonReader,
  createTagger,
  type Lesson,
  type Notes,
  type Rubric,
  type Span,
  STANCES,
  type Stance,
  type Tag,
  type TaggedNotes,
} from "../core/index";
import { compactView } from "./compact-view";
import type { Encoder, Reading } from "./encoder";
import { encoderInput, type LineInPlace, linePieces } from "./encoder-input";
import { evidenceOf, whyOf } from "./evidence";
import { placeOf } from "./place-of";
import { builtInSettings, type DeepSettings } from "./settings";
import { createCutter, type Pieces } from "./word-pieces";

/** The second reader: slower than the compact one and better, on the same machine. The same notes always give the same tags. */
export interface DeepReader {
  /** Tags one line that is no heading and no printed template text. */
  read(line: LineInPlace): Promise<readonly Tag[]>;
  /** Tags all lines of notes; `step` is called after each line that it has read. */
  tag(notes: Notes, step?: () => void): Promise<TaggedNotes>;
  /** Gives the encoder's memory back; it reads nothing afterwards. */
  close(): Promise<void>;
}

/** What a deep reader is made of, beside its rubric. */
export interface DeepParts {
  readonly encoder: Encoder;
  /** The text of `vocabulary.txt`. */
  readonly vocabulary: string;
  readonly settings?: DeepSettings;
  /** What was learned from the team. */
  readonly lessons?: readonly Lesson[];
}

const NONE: readonly Tag[] = [];

/** Makes a second reader for one rubric. */
export function createDeepReader(rubric: Rubric, parts: DeepParts): DeepReader {
  const { encoder, vocabulary, settings = builtInSettings, lessons = [] } = parts;
  const { labels, weights, tiers } = settings;
  const cut = createCutter(vocabulary);
  const compact = createTagger(rubric);
  const compactly = compactView(rubric, labels);
  const learned = createLessonReader(rubric, labels, lessons);
  const inRubric = new Set(rubric.indicators.map(({ code }) => code));
  const hasPhrases = new Set(rubric.indicators.filter(({ phrases }) => phrases?.length).map(({ code }) => code));

  const read = async (line: LineInPlace): Promise<readonly Tag[]> => {
    const pieces = linePieces(cut, line.text);
    if (pieces.ids.length === 0) return NONE;
    const reading = await encoder.read(encoderInput(cut, pieces, line));
    const says = compactly(line);
    const taught = learned(line);
    return labels.flatMap((indicator, label) => {
      if (!inRubric.has(indicator)) return [];
      const odds = says.odds[label] as number;
      const both = weights.encoder * (reading.scores[label] as number) + weights.compact * odds + weights.bias;
      // Phrases of the team's own are known to the compact reader alone.
      const isPhrase = hasPhrases.has(indicator) && odds > both;
      const confidence = chance((isPhrase ? odds : both) + (taught.scores[label] as number));
      if (confidence < tiers.suggested) return [];
      const compact = says.tags[label];
      return {
        indicator,
        stance: stanceOf(reading, label, taught.stances),
        confidence,
        tier: confidence >= tiers.found ? ("found" as const) : ("suggested" as const),
        ...(isPhrase && compact
          ? { evidence: compact.evidence, why: compact.why }
          : explained(
              line.text,
              evidenceOf(line.text, pieces, sharesOf(reading, label, labels.length, pieces)),
              weights.compact * odds > 0 ? compact : undefined,
            )),
        reader: "deep" as const,
      };
    });
  };

  return {
    read,
    tag: async (notes, step) => {
      const tagged = compact.tag(notes);
      const tags: (readonly Tag[])[] = [];
      for (let at = 0; at < notes.lines.length; at++) {
        const place = placeOf(tagged, at);
        tags.push(place ? await read(place) : NONE);
        step?.();
      }
      return { ...tagged, tags };
    },
    close: () => encoder.close(),
  };
}

/** From log-odds to a chance, in thousandths: finer digits would promise too much. */
const chance = (odds: number): number => Math.round(1000 / (1 + Math.exp(-odds))) / 1000;

/** The words that weighed most with the encoder; and what the compact reader says, where it too spoke for the tag. */
function explained(text: string, evidence: readonly Span[], compact: Tag | undefined) {
  const why = whyOf(text, evidence);
  return { evidence, why: compact?.evidence.length ? `${why} ${compact.why}` : why };
}

/** What each piece of the line has in the score of one practice; the marks around it are left out. */
function sharesOf({ shares }: Reading, label: number, labels: number, { ids }: Pieces): number[] {
  return ids.map((_, piece) => shares[(piece + 1) * labels + label] as number);
}

function stanceOf({ stances }: Reading, label: number, besides: Float64Array): Stance {
  const first = label * STANCES.length;
  const scores = STANCES.map((_, n) => (stances[first + n] as number) + (besides[first + n] as number));
  return STANCES[scores.indexOf(Math.max(...scores))] as Stance;
}
