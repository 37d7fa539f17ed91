/** The only door to the core: notes in; tags, coverage and findings out. Pure: no host, no network, no clock. */

export type {
  AgendaCheck,
  AgendaItem,
  AgendaMinutes,
  Finding,
  FindingRule,
  FindingType,
  ItemKind,
  Promised,
  QuestionView,
  Suggestion,
} from "./agenda/agenda-check";
export { applySuggestion } from "./agenda/apply-suggestion";
export { checkAgenda } from "./agenda/check-agenda";
export {
  answerWords,
  besideWords,
  findingOrder,
  findingTitles,
  minutesByPart,
  minutesWords,
  timeWords,
} from "./agenda/check-words";
export { type LibraryItem, suggestionLibrary } from "./agenda/library";
export { type AgreementLine, byLine } from "./agreement/lines";
export { type MachineAgreement, machineAgreement } from "./agreement/machine";
export { type PairAgreement, type PairTotals, peopleAgreement } from "./agreement/people";
export { machineSentences, pairHeadline, pairSentences, worthATalk } from "./agreement/sentences";
export {
  type Commitment,
  type Coverage,
  type CoverageMeeting,
  type CoverageSource,
  type CoverageTag,
  coverageOf,
  type Totals,
} from "./coverage/coverage";
export {
  type IndicatorRow,
  indicatorRows,
  storable,
  storableDay,
  type TagColumns,
  tagColumns,
} from "./coverage/evidence-columns";
export { isPrintedIn, type StreamedMeeting, streamedMeetings } from "./coverage/stream";
export { type Anchor, anchorOf, placeAnchors } from "./decisions/anchor";
export { counts, type DecidedTag, decidedTags } from "./decisions/decided-tags";
export {
  DECISION_COLUMNS,
  type Decision,
  type DecisionReading,
  decisionFromRow,
  decisionSchema,
  decisionTime,
  decisionToRow,
  readDecision,
  VERDICTS,
  type Verdict,
} from "./decisions/decision";
export { inOrder, type Standing, standingOf } from "./decisions/standing";
export { type Adjustment, adjustmentSchema, type Lesson, nothingLearned } from "./learning/adjustment";
export { learn, type Said, type SeenLine } from "./learning/learn";
export { createLessonReader, type LessonsSay } from "./learning/lesson-reader";
export { lessonSentence } from "./learning/lesson-sentence";
export { lessonsInForce } from "./learning/lessons-in-force";
export { dayIn, isoDay, type NamedDay } from "./notes/dates";
export { detailsOf, type LineDetails, type Role, type TimeBox } from "./notes/details";
export { headOf } from "./notes/head";
export { type HeadingPath, headingPaths } from "./notes/headings";
export { notesFromJson, notesToJson, type ReadResult } from "./notes/json";
export { type Meeting, splitMeetings } from "./notes/meetings";
export type { Line, LineKind, Notes, NotesType } from "./notes/notes";
export { notesType } from "./notes/notes-type";
export { finish, type Steps } from "./notes/steps";
export { templateLines } from "./notes/template";
export { notesFromText } from "./notes/text";
export * from "./rubric/rubric";
export { builtInModel, type ModelFile } from "./tagger/model";
export { SMALL_WORDS } from "./tagger/small-words";
export { type Span, STANCES, type Stance, type Tag, type Tier } from "./tagger/tag";
export { createTagger, type LineChange, type TaggedNotes, type Tagger, taggerInSteps } from "./tagger/tagger";
