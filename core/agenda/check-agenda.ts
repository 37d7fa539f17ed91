import { type Coverage, type CoverageMeeting, coverageOf } from "../coverage/coverage";
import { type Meeting, splitMeetings } from "../notes/meetings";
import type { Notes } from "../notes/notes";
import { type AdaptedRubric, adaptRubric } from "../rubric/adapt";
import { isLevel, isModel, type Rubric } from "../rubric/schema";
import { createTagger, type Tagger } from "../tagger/tagger";
import type { AgendaCheck } from "./agenda-check";
import { cautionsOf } from "./cautions";
import type { Context } from "./context";
import { craft } from "./craft";
import { followUps } from "./follow-up";
import { headlineOf } from "./headline";
import { itemsOf } from "./items";
import { layoutOf } from "./layout";
import { minutesOf } from "./minutes";
import { missing, questionsOf } from "./missing";
import { neglected } from "./neglected";
import { pastMeetings, withOwn } from "./past";
import { promisesIn, surest } from "./promises";
import { withSuggestions } from "./suggest";
import { timeFindings } from "./time-findings";

/**
 * Says what an agenda will give the team, what it leaves out and what might be added. Model and level are those of the
 * rubric, if it is adapted, or else those that the notes name. A running log is checked at its latest meeting; those
 * before it are history too.
 */
export function checkAgenda(notes: Notes, rubric: Rubric | AdaptedRubric, history?: Coverage): AgendaCheck {
  const context = contextOf(notes, rubric, history);
  const gone = missing(context);
  const except = new Set(gone.flatMap(({ indicators }) => indicators));
  const findings = withSuggestions(context, [
    ...gone,
    ...followUps(context),
    ...timeFindings(context),
    ...craft(context),
    ...neglected(context, except),
  ]);
  const { rubric: adapted, items, minutes } = context;
  return {
    rubric: { id: adapted.id, version: adapted.version },
    ...(adapted.model === undefined ? {} : { model: adapted.model }),
    ...(adapted.level === undefined ? {} : { level: adapted.level }),
    headline: headlineOf(adapted, items, minutes, findings),
    cautions: cautionsOf(context, notes),
    items,
    minutes,
    questions: questionsOf(context),
    findings,
  };
}

function contextOf(notes: Notes, given: Rubric | AdaptedRubric, history: Coverage | undefined): Context {
  const rubric = adapted(given, notes);
  const tagger = taggerOf(rubric);
  const meetings = splitMeetings(notes);
  const meeting = latestMeeting(meetings);
  const tagged = tagger.tag({ ...notes, type: "agenda" });
  // Lines of other meetings of the log stay where they are, so that an index in the document holds, but say nothing.
  const lines = notes.lines.map((line, at) => (at >= meeting.from && at < meeting.to ? line : { ...line, text: "" }));
  const layout = layoutOf(notes.title, lines);
  const items = itemsOf(layout, tagged, tagger);
  const beside = layout.around.flatMap(({ at, section }) =>
    section === "norms" || section === "aside" ? [] : promisesIn(tagged.tags[at] ?? [], at, lines[at]?.text ?? ""),
  );
  const all = surest([...items.flatMap(({ promises }) => promises), ...beside]);
  return {
    rubric,
    tagger,
    tagged,
    lines,
    layout,
    items,
    minutes: minutesOf(items, layout.time, rubric),
    promised: new Map(all.map((promise) => [promise.indicator, promise])),
    date: meeting.date,
    past: pastMeetings(withOwn(history, earlierIn(notes, meetings, meeting.date, tagger, rubric)), meeting.date),
    history,
  };
}

const isAdapted = (rubric: Rubric | AdaptedRubric): rubric is AdaptedRubric => "emphasis" in rubric;

/** Adapted rubrics and their taggers are kept for as long as the rubric is: an agenda is checked at every key stroke. */
const kept = new WeakMap<Rubric, Map<string, AdaptedRubric>>();
const taggers = new WeakMap<Rubric, Tagger>();

function adapted(rubric: Rubric | AdaptedRubric, { model, level }: Notes): AdaptedRubric {
  const own = isAdapted(rubric) ? rubric : undefined;
  const choice = {
    model: own?.model ?? (isModel(model) ? model : undefined),
    level: own?.level ?? (isLevel(level) ? level : undefined),
  };
  if (own && own.model === choice.model && own.level === choice.level) return own;
  const key = `${choice.model}/${choice.level}`;
  const made = kept.get(rubric) ?? new Map<string, AdaptedRubric>();
  kept.set(rubric, made);
  const fresh = made.get(key) ?? adaptRubric(rubric, choice);
  made.set(key, fresh);
  return fresh;
}

function taggerOf(rubric: Rubric): Tagger {
  const tagger = taggers.get(rubric) ?? createTagger(rubric);
  taggers.set(rubric, tagger);
  return tagger;
}

/** Where the latest meeting of a log stands; the whole document where it is none. */
function latestMeeting(meetings: readonly Meeting[]): { from: number; to: number; date: string | undefined } {
  const latest = meetings.reduce((last, one) => ((one.notes.date ?? "") > (last.notes.date ?? "") ? one : last));
  return { from: latest.from, to: latest.from + latest.notes.lines.length, date: latest.notes.date };
}

/** The meetings of a log before its latest; none where its days cannot be told. */
function earlierIn(
  notes: Notes,
  meetings: readonly Meeting[],
  latest: string | undefined,
  tagger: Tagger,
  rubric: Rubric,
): readonly CoverageMeeting[] {
  if (meetings.length < 2 || latest === undefined) return [];
  const log = coverageOf([{ source: "", tagged: tagger.tag(notes) }], rubric);
  return log.meetings.filter(({ date }) => date !== undefined && date < latest);
}
