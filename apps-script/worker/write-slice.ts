import type { Outcome } from "../reading/read-document";
import { agreementOf } from "../workbook/agreement-figures";
import { writeAgreement } from "../workbook/agreement-rows";
import { completeByHand, decisionsIn, tellOutcomes, tidyDecisions } from "../workbook/decision-rows";
import { documentMark, documentOfMeeting, factsOf } from "../workbook/evidence-facts";
import { evidenceIndex, mergeEvidence } from "../workbook/evidence-rows";
import { mergeMeetings, recount } from "../workbook/meeting-rows";
import { figuresOf } from "../workbook/overview-figures";
import { writeOverview } from "../workbook/overview-rows";
import { citedRows, keepReflection } from "../workbook/reflection-rows";
import { requote } from "../workbook/requote";
import { keepRubric } from "../workbook/rubric-rows";
import { type Row, type SheetState, TABLE_IDS, type TableId, textOf } from "../workbook/table";
import { linksAndTrends } from "../workbook/trends";
import { isUnmoved } from "../workbook/unmoved";
import { momentName } from "../workbook/wording";
import type { Workbook } from "../workbook/workbook";
import { logLine } from "./log";
import { engineStamp, keptRun, type OpenWorkbook, openWorkbook } from "./open-workbook";
import type { ReadSource } from "./read-sources";
import type { Services } from "./services";
import { closeSource, dueSources, SOURCE_STATES } from "./sources";
import { isLost, NOTHING_STALE, type Reading, type Stale, staleIn, unreadStamp } from "./stale-rows";
import { MOVED } from "./until-unmoved";

/** What a slice has to write. */
export interface Slice {
  readonly run: string;
  /** Who is at work. */
  readonly person: string;
  /** What is wrong with the folder; absent where it was not looked at. */
  readonly folder?: string;
  readonly results: readonly ReadSource[];
  /** Why reading ended early; "" if it did not. */
  readonly stopped: string;
  readonly reading: Reading;
}

/** Sheets of many rows, whose values go out apart; all others are written at once with the stamps of what was read. */
const MANY_ROWS: readonly TableId[] = ["evidence", "meetings", "coverage"];

/**
 * Merges what was read into the workbook as it is by now. Values come first, the stamps that say "read" last and together
 * with everything else: a run that is cut off in between reads the same documents again, and nothing is done twice. Where
 * people moved rows since they were read, it answers `MOVED` and is to be called again.
 */
export function writeSlice(
  services: Services,
  workbookId: string,
  { run, person, folder, results, stopped, reading }: Slice,
): { readonly left: number } | undefined | typeof MOVED {
  const from = services.now().getTime();
  let found: Stale = NOTHING_STALE;
  const book = openWorkbook(services, workbookId, TABLE_IDS, (sheets) => {
    found = staleIn(sheets, reading);
    return rowsAbout(sheets, results, found);
  });
  // Someone else took over while this run was reading; they read the same.
  if (book.state.lease?.run !== run) return undefined;
  const now = services.now();
  // Where settings were changed meanwhile, the next slice goes over what they leave behind.
  const isAsBegun = engineStamp(book) === reading.engine;
  mergeAll(book, results, isAsBegun ? found : NOTHING_STALE, now, person);
  const sources = book.edits("sources");
  const decisions = decisionsIn(book.edits("decisions").keyed(), book.team.rubric);
  const left = dueSources(sources, decisions, engineStamp(book), person).length;
  const said = logLine(results, left, stopped);
  if (said && results.length > 0)
    book.edits("log").put({ key: `${run}-${now.getTime()}`, at: momentName(now), what: said });

  const plans = TABLE_IDS.map((table) => {
    const edits = book.edits(table);
    return { sheet: edits.sheet, ...(hasManyRows(edits.sheet) ? edits.plan() : edits.planAtOnce()) };
  });
  const before = [...book.making, ...plans.flatMap((plan) => plan.before)];
  if (before.length > 0) services.sheets.update(workbookId, before);
  const touched = plans.filter(({ values, after }) => values.length + after.length > 0).map(({ sheet }) => sheet);
  const values = plans.flatMap((plan) => plan.values);
  if (values.length > 0) {
    if (!isUnmoved(services.sheets, book.workbook, touched)) return MOVED;
    services.sheets.write(workbookId, values);
  }
  const { lease: _done, ...rest } = book.state;
  const state = {
    ...rest,
    writing: services.now().getTime() - from,
    ...(folder === undefined ? {} : { folder }),
    ...(isAsBegun ? { quoting: reading.quoting } : {}),
    last: said && results.length > 0 ? `${now.toISOString()} ${said}` : rest.last,
  };
  // What was just written stands below the rows that were read.
  const isFree = (sheet: SheetState) => values.length === 0 || !hasManyRows(sheet);
  if (!isUnmoved(services.sheets, book.workbook, touched, isFree)) return MOVED;
  services.sheets.update(workbookId, [...plans.flatMap((plan) => plan.after), keptRun(book, state)]);
  return { left };
}

const hasManyRows = ({ table }: SheetState): boolean => MANY_ROWS.includes(table.id);

/** Rows of evidence that may change: of documents that were read or are stale, and those that people decide on by hand. */
function rowsAbout(sheets: Workbook["sheets"], results: readonly ReadSource[], { marks }: Stale): readonly Row[] {
  const documents = new Set([...results.map(({ due }) => documentMark(due.id)), ...marks]);
  const named = new Set(sheets.get("decisions")?.rows.map((row) => textOf(row, "row").trim()));
  return (sheets.get("evidence")?.rows ?? []).filter(
    (row) => documents.has(documentOfMeeting(factsOf(row).meeting)) || named.has(textOf(row, "key")),
  );
}

function mergeAll(book: OpenWorkbook, results: readonly ReadSource[], stale: Stale, now: Date, person: string): void {
  const { quoting, team, settings } = book;
  const { rubric } = team;
  const today = now.toISOString().slice(0, 10);
  const [evidence, meetings, coverage] = [book.edits("evidence"), book.edits("meetings"), book.edits("coverage")];
  const [sources, decisions, reflection] = [book.edits("sources"), book.edits("decisions"), book.edits("reflection")];
  tidyDecisions(decisions);
  completeByHand(decisions, evidence, meetings, rubric, quoting, now);
  const cited = new Set([
    ...citedRows(reflection),
    ...decisions.keyed().map((row) => textOf(row, "row")),
    ...evidence.keyed().flatMap((row) => (factsOf(row).byPerson ? [textOf(row, "key")] : [])),
  ]);
  const index = evidenceIndex(evidence);
  const outcomes = new Map<string, Outcome>();
  for (const { due, outcome } of byDate(results)) {
    const row = sources.find(due.id);
    if (!row) continue;
    if (outcome.kind === "read") {
      const { document } = outcome;
      mergeEvidence(evidence, document, { index, rubric, quoting, cited, today });
      mergeMeetings(meetings, document, quoting, today);
      for (const [id, became] of document.outcomes) outcomes.set(id, became);
      sources.change(row, {
        state: document.meetings.length === 0 ? SOURCE_STATES.empty : SOURCE_STATES.read,
        meetings: document.meetings.length,
        read: momentName(now),
        stamp: due.stamp,
        reader: person,
        message: "",
      });
    } else if (outcome.kind === "denied") closeSource(sources, row, today, person);
    // Stamped too: until it changes there is no use in another try.
    else if (outcome.kind === "foreign")
      sources.change(row, { state: SOURCE_STATES.foreign, stamp: due.stamp, message: outcome.advice });
    else
      sources.change(row, {
        ...(outcome.kind === "slow" ? { state: SOURCE_STATES.slow } : {}),
        message: outcome.advice,
      });
  }
  const [read, unread] = [marksOf(results, true), marksOf(results, false)];
  requote(
    evidence,
    meetings,
    sources,
    quoting,
    (document, isGone) => stale.marks.has(document) || unread.has(document) || (isGone && read.has(document)),
  );
  for (const row of stale.sources.flatMap((id) => sources.find(id) ?? []))
    if (isLost(row)) sources.change(row, { stamp: unreadStamp(engineStamp(book)) });
  recount(evidence, meetings, coverage, rubric);
  tellOutcomes(decisions, rubric, outcomes);
  writeAgreement(
    book.edits("agreement"),
    agreementOf(evidence.keyed(), meetings, decisionsIn(decisions.keyed(), rubric), rubric),
    rubric,
  );
  keepReflection(reflection, evidence, rubric);
  keepRubric(book.edits("rubric"), team);
  const figures = figuresOf(evidence.keyed(), meetings.keyed(), rubric);
  writeOverview(book.edits("overview"), figures, rubric, team.emphasis, settings.team);
  linksAndTrends(book, figures);
}

const marksOf = (results: readonly ReadSource[], isRead: boolean): ReadonlySet<string> =>
  new Set(results.filter(({ outcome }) => (outcome.kind === "read") === isRead).map(({ due }) => documentMark(due.id)));

/** New rows come in the order of the meetings, not of the reading. */
function byDate(results: readonly ReadSource[]): readonly ReadSource[] {
  const first = ({ outcome, due }: ReadSource) =>
    `${(outcome.kind === "read" && outcome.document.meetings[0]?.date) || "9999"} ${due.id}`;
  return [...results].sort((a, b) => (first(a) < first(b) ? -1 : 1));
}
