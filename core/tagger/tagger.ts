import { type HeadingPath, walkHeadings } from "../notes/headings";
import type { Line, Notes, NotesType } from "../notes/notes";
import { agendaVote, titleVote, typeOfVotes } from "../notes/notes-type";
import { finish, type Steps } from "../notes/steps";
import { canRepeat, copiesOf, isPrintedForm, isRepeated, templateInSteps } from "../notes/template";
import type { Rubric } from "../rubric/rubric";
import type { DirectWeight } from "./direct-weights";
import { type LineTagger, lineTaggerInSteps } from "./line-tagger";
import { builtInModel, type ModelFile } from "./model";
import type { Tag } from "./tag";
import { builtInVocabulary, type Vocabulary } from "./vocabulary";

/** Notes with the tags of every line, in the order of the lines. */
export interface TaggedNotes {
  readonly notes: Notes;
  readonly type: NotesType;
  readonly tags: readonly (readonly Tag[])[];
  readonly headings: readonly HeadingPath[];
  /** Lines that are printed template text, and so never tagged. */
  readonly template: readonly boolean[];
  /** Sum of what the lines say for an agenda (see `agendaVote`). */
  readonly votes: number;
}

/** At line `at`, `removed` lines went away and `inserted` came. An edited line is one removed and one inserted. */
export interface LineChange {
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly Line[];
}

/** Tags notes against one rubric. The same notes always give the same tags. */
export interface Tagger {
  tag(notes: Notes): TaggedNotes;
  /** Equals `tag` of the changed notes, but looks only at what the change can touch. */
  retag(previous: TaggedNotes, change: LineChange): TaggedNotes;
  /** `tag` and `retag` with places to pause, for a page that must not stand still. */
  tagInSteps(notes: Notes): Steps<TaggedNotes>;
  retagInSteps(previous: TaggedNotes, change: LineChange): Steps<TaggedNotes>;
}

const NONE: readonly Tag[] = [];
/** Lines between two places to pause: well under a millisecond of work. */
const STEP = 16;

/**
 * Makes a tagger; the built-in vocabulary and model serve unless others are given (training and tests do). Lessons are what was
 * learned from the team (see `learn`).
 */
export function createTagger(
  rubric: Rubric,
  model: ModelFile = builtInModel,
  vocabulary: Vocabulary = builtInVocabulary,
  lessons: readonly DirectWeight[] = [],
): Tagger {
  return finish(taggerInSteps(rubric, model, vocabulary, lessons));
}

/** `createTagger` with places to pause: making one takes a tenth of a second. */
export function* taggerInSteps(
  rubric: Rubric,
  model: ModelFile = builtInModel,
  vocabulary: Vocabulary = builtInVocabulary,
  lessons: readonly DirectWeight[] = [],
): Steps<Tagger> {
  const lines = yield* lineTaggerInSteps(rubric, model, vocabulary, lessons);

  function* tagInSteps(notes: Notes): Steps<TaggedNotes> {
    const template = yield* templateInSteps(notes.lines);
    let votes = titleVote(notes.title);
    const walk = walkHeadings();
    const headings: HeadingPath[] = [];
    for (const line of notes.lines) {
      votes += agendaVote(line);
      if (headings.push(walk.next(line)) % (STEP * STEP) === 0) yield;
    }
    const type = notes.type ?? typeOfVotes(votes, notes.lines.length);
    const tags: (readonly Tag[])[] = [];
    for (const line of notes.lines) {
      const at = tags.length;
      tags.push(tagsOf(lines, line, headings[at] as HeadingPath, type, template[at] as boolean));
      if (at % STEP === 0) yield;
    }
    return { notes, type, tags, headings, template, votes };
  }

  function* retagInSteps(previous: TaggedNotes, { at, removed, inserted }: LineChange): Steps<TaggedNotes> {
    const before = previous.notes.lines;
    const gone = before.slice(at, at + removed);
    const after = spliced(before, at, removed, inserted);
    const notes = { ...previous.notes, lines: after };
    // A heading that comes or goes moves every line below it.
    if ([...gone, ...inserted].some(({ kind }) => kind === "heading")) return yield* tagInSteps(notes);
    let { votes } = previous;
    for (const line of gone) votes -= agendaVote(line);
    for (const line of inserted) votes += agendaVote(line);
    const type = notes.type ?? typeOfVotes(votes, after.length);
    if (type !== previous.type) return yield* tagInSteps(notes);
    yield;

    const path = pathAt(before, previous.headings, at);
    const headings = spliced(
      previous.headings,
      at,
      removed,
      inserted.map(() => path),
    );
    const template = spliced(
      previous.template,
      at,
      removed,
      inserted.map(() => false),
    );
    const tags = spliced(
      previous.tags,
      at,
      removed,
      inserted.map(() => NONE),
    );
    const renew = (n: number) => {
      const line = after[n] as Line;
      tags[n] = tagsOf(lines, line, headings[n] as HeadingPath, type, template[n] as boolean);
    };
    const texts = new Set([...gone, ...inserted].filter(canRepeat).map(({ text }) => text));
    for (const text of texts) {
      yield;
      const print = isRepeated(copiesOf(text, after));
      if (print === isRepeated(copiesOf(text, before))) continue;
      // The copies elsewhere become print, or stop being it.
      after.forEach((line, n) => {
        if (line.text !== text || !canRepeat(line)) return;
        template[n] = print || isPrintedForm(line);
        renew(n);
      });
    }
    for (let n = 0; n < inserted.length; n++) {
      const line = inserted[n] as Line;
      template[at + n] = isPrintedForm(line) || (canRepeat(line) && isRepeated(copiesOf(line.text, after)));
      renew(at + n);
      yield;
    }
    return { notes, type, tags, headings, template, votes };
  }

  return {
    tag: (notes) => finish(tagInSteps(notes)),
    retag: (previous, change) => finish(retagInSteps(previous, change)),
    tagInSteps,
    retagInSteps,
  };
}

function tagsOf(lines: LineTagger, line: Line, path: HeadingPath, type: NotesType, template: boolean): readonly Tag[] {
  return template || line.kind === "heading" ? NONE : lines.tag(line, path, type);
}

/** The headings above a line that comes to stand at `at`. */
function pathAt(lines: readonly Line[], headings: readonly HeadingPath[], at: number): HeadingPath {
  const [before, after] = [lines[at - 1], lines[at]];
  if (after && after.kind !== "heading") return headings[at] as HeadingPath;
  if (before && before.kind !== "heading") return headings[at - 1] as HeadingPath;
  const walk = walkHeadings();
  for (const above of lines.slice(0, at)) walk.next(above);
  return walk.next({ kind: "para", text: "" });
}

function spliced<T>(list: readonly T[], at: number, removed: number, inserted: readonly T[]): T[] {
  const copy = list.slice();
  copy.splice(at, removed, ...inserted);
  return copy;
}
