import type { WorkbookSummary } from "../cards/sheets-card";
import says from "../sentences.json" with { type: "json" };
import { decisionsIn } from "../workbook/decision-rows";
import { TABLE_IDS, textOf } from "../workbook/table";
import { dayName } from "../workbook/wording";
import { engineStamp, openWorkbook } from "./open-workbook";
import { problemOf } from "./problems";
import { queued } from "./queue";
import { leaseOfOther } from "./run-state";
import type { Services, UserStore } from "./services";
import { dueSources, readerOf, SOURCE_STATES } from "./sources";

const WORKBOOK = "workbook";
const SCHEDULED = "scheduled";

/** Id of the workbook that this person works with; "" for none. */
export const workbookOf = (store: UserStore): string => store.get(WORKBOOK) ?? "";

/** Where a workbook is opened. */
export const addressOf = (workbookId: string): string =>
  `https://docs.google.com/spreadsheets/d/${encodeURIComponent(workbookId)}/edit`;

/** Has this person work with a workbook from now on. */
export const chooseWorkbook = (store: UserStore, id: string): void => store.put({ [WORKBOOK]: id });

/** Whether this person once started the schedule, and did not stop it. */
export const wasScheduled = (store: UserStore): boolean => store.get(SCHEDULED) !== null;
export const noteSchedule = (store: UserStore, isOn: boolean): void =>
  isOn ? store.put({ [SCHEDULED]: "yes" }) : store.remove(SCHEDULED);

/** Makes an empty workbook, unless this person has one; its sheets come with the first slice. */
export function makeWorkbook(services: Services): string {
  const present = workbookOf(services.store);
  if (present) return present;
  const id = services.sheets.create("Plumbline: our coverage");
  chooseWorkbook(services.store, id);
  return id;
}

/** Gives a workbook the sheets that it lacks. */
export function prepareWorkbook(services: Services, id: string): void {
  services.lock.alone(() => {
    const { making, edits } = openWorkbook(services, id, ["sources"]);
    if (making.length > 0) services.sheets.update(id, [...making, ...edits("sources").planAtOnce().after]);
  });
}

/** What the card of the workbook says of it. */
export function summaryOf(services: Services, id: string, schedule: WorkbookSummary["schedule"]): WorkbookSummary {
  const book = openWorkbook(services, id, ["sources", "decisions"]);
  const sources = book.edits("sources");
  const rows = sources.keyed();
  const decisions = decisionsIn(book.edits("decisions").keyed(), book.team.rubric);
  const due = new Set(dueSources(sources, decisions, engineStamp(book), readerOf(services)).map((one) => one.id));
  const waiting = rows.filter((row) => textOf(row, "state") === SOURCE_STATES.waiting && !due.has(textOf(row, "key")));
  const other = leaseOfOther(book.state, "", services.now());
  const troubled = rows.filter((row) => textOf(row, "message"));
  const missing = TABLE_IDS.filter((table) => !book.workbook.marks.sheets.has(table));
  const faults = book.team.faults.length;
  return {
    title: book.workbook.title,
    url: book.workbook.url,
    team: book.settings.team,
    sources: rows.length,
    left: due.size + waiting.length,
    inLine: [...queued(services.store).keys()].filter((key) => !sources.find(key)).length,
    troubled: [
      ...(faults > 0 ? [{ title: "Rubric", message: RUBRIC_FAULT, link: book.workbook.url }] : []),
      ...(missing.length > 0 && rows.length > 0
        ? [
            {
              title: "Sheets",
              message: says.sheetDeleted,
              link: book.workbook.url,
            },
          ]
        : []),
      ...(book.state.folder
        ? [
            {
              title: "The folder of notes",
              message: book.state.folder,
              link: `https://drive.google.com/drive/folders/${encodeURIComponent(book.settings.folder)}`,
            },
          ]
        : []),
      ...troubled.map((row) => ({
        title: textOf(row, "title"),
        message: textOf(row, "message"),
        link: textOf(row, "link"),
      })),
    ],
    last: lastWords(book.state.last),
    busyUntil: other ? timeOfDay(other.until) : "",
    schedule: schedule && { ...schedule, every: book.settings.every },
  };
}

const RUBRIC_FAULT = says.rubricFault;

/** "12 Oct 2025, 14:05 UTC: Read 3 documents." from what is kept. */
function lastWords(last: string): string {
  const [at = "", ...words] = last.split(" ");
  return words.length === 0 ? "" : `${dayName(at)}, ${at.slice(11, 16)} UTC: ${words.join(" ")}`;
}

/** "14:05 UTC": where a person is, a script cannot know. */
export const timeOfDay = (at: number): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

/** Whether the workbook is there and can be opened; else what to say about it. */
export function troubleWith(services: Services, id: string): string | undefined {
  try {
    services.sheets.structure(id);
    return undefined;
  } catch (error) {
    return problemOf(error).advice;
  }
}
