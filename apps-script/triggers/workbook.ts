import type { Answer, Card } from "../cards/card";
import { messageCard } from "../cards/message-card";
import { settingsCard } from "../cards/settings-card";
import { noWorkbookCard, sheetsCard } from "../cards/sheets-card";
import type { Mode } from "../deployment";
import says from "../sentences.json" with { type: "json" };
import { keepValue } from "../workbook/metadata";
import { count } from "../workbook/wording";
import { openWorkbook } from "../worker/open-workbook";
import { problemOf } from "../worker/problems";
import { wantLook } from "../worker/queue";
import { continueNow } from "../worker/run";
import type { Services } from "../worker/services";
import { DEFAULT_SETTINGS, folderIdIn, settingsFrom } from "../worker/settings";
import type { SliceReport } from "../worker/slice";
import * as team from "../worker/team-workbook";
import { datedAhead, isLookingAhead, notedAhead, switchAhead } from "./ahead";
import { type AddOnEvent, entered, parameter } from "./events";

/** What the workbook's cards need besides Google's services. */
export interface WorkbookContext {
  readonly services: Services;
  readonly mode: Mode;
  readonly schedule: { isOn(): boolean; start(): void; stop(): void };
}

/** The card beside a spreadsheet, or of the add-on as a whole. */
export function workbookCard({ services, mode, schedule }: WorkbookContext, event: AddOnEvent | undefined): Card {
  const { id, addonHasFileScopePermission } = event?.sheets ?? {};
  const workbookId = team.workbookOf(services.store);
  const spreadsheet = id ? { id, canRead: addonHasFileScopePermission ?? false } : undefined;
  if (!workbookId) return noWorkbookCard(spreadsheet, "");
  const url = team.addressOf(workbookId);
  if (id && id !== workbookId) return noWorkbookCard(spreadsheet, url);
  try {
    if (mode === "public")
      return sheetsCard(team.summaryOf(services, workbookId, undefined), datedAhead(services, workbookId));
    const isThere = schedule.isOn();
    const isWanted = team.wasScheduled(services.store);
    const standing = { isOn: isThere && isWanted, wasDeleted: isWanted && !isThere, every: 24 };
    return sheetsCard(team.summaryOf(services, workbookId, standing), notedAhead(services, isThere));
  } catch (error) {
    const { kind, advice } = problemOf(error);
    // Trouble that passes is no reason to part from the team's workbook.
    const isGone = kind === "denied";
    return messageCard(`Your team's workbook cannot be opened${isGone ? "" : " just now"}. ${advice}`, [
      { text: "Open the workbook", link: url },
      ...(isGone ? [{ text: "Make a new one", run: "startAfresh" as const }] : []),
    ]);
  }
}

/** Makes the team's workbook. */
export function make(context: WorkbookContext, event: AddOnEvent | undefined): Answer {
  return attempt(context, event, () => {
    const id = team.makeWorkbook(context.services);
    team.prepareWorkbook(context.services, id);
    return says.workbookReady;
  });
}

/** Lets go of a workbook that cannot be opened, and makes another. */
export function startAfresh(context: WorkbookContext, event: AddOnEvent | undefined): Answer {
  team.chooseWorkbook(context.services.store, "");
  return make(context, event);
}

/** Uses the open spreadsheet as the team's workbook; sheets of ours that it lacks are added. */
export function use(context: WorkbookContext, event: AddOnEvent | undefined): Answer {
  const id = parameter(event, "id") || (event?.sheets?.id ?? "");
  if (!id) return { notice: says.openSheetAgain };
  return attempt(context, event, () => {
    team.prepareWorkbook(context.services, id);
    team.chooseWorkbook(context.services.store, id);
    return "This is the workbook from now on.";
  });
}

/** Has all sources looked at again, and does the first slice of it. */
export function refresh(context: WorkbookContext, event: AddOnEvent | undefined): Answer {
  const workbookId = team.workbookOf(context.services.store);
  if (workbookId) wantLook(context.services.store, workbookId);
  return goOn(context, event);
}

/** Does a slice of what is left. */
export function goOn(context: WorkbookContext, event: AddOnEvent | undefined): Answer {
  return attempt(context, event, () => {
    const workbookId = team.workbookOf(context.services.store);
    if (!workbookId) return "There is no workbook yet.";
    return reportWords(continueNow(context.services, workbookId));
  });
}

/** What a slice came to, in a few words. */
export function reportWords(report: SliceReport): string {
  if (report.kind === "locked") return says.pressContinue;
  if (report.kind === "busy") return `Another refresh is at work, until ${team.timeOfDay(report.until)} at the latest.`;
  const { read, left, stopped } = report;
  if (stopped) return stopped;
  if (left === 0) return read === 0 ? "All is up to date." : `Read ${count(read, "document")}. All is up to date.`;
  return `Read ${count(read, "document")}; ${left} still to be read. Press Continue to go on.`;
}

export function settings({ services }: WorkbookContext, mode: Mode): Answer {
  const workbookId = team.workbookOf(services.store);
  const now = workbookId ? openWorkbook(services, workbookId, []).settings : DEFAULT_SETTINGS;
  return { card: settingsCard(now, mode === "organisation") };
}

/** Keeps what was chosen in the workbook. */
export function save(context: WorkbookContext, event: AddOnEvent | undefined): Answer {
  const folder = entered(event, "folder") ?? "";
  if (folder.trim() && !folderIdIn(folder)) return { notice: says.notAFolder };
  return attempt(context, undefined, () => {
    const { services } = context;
    const workbookId = team.workbookOf(services.store);
    const names = ["team", "quoting", "model", "level", "folder", "every"] as const;
    const chosen = settingsFrom(Object.fromEntries(names.map((name) => [name, entered(event, name)])));
    const done = services.lock.alone(() => {
      const { workbook } = openWorkbook(services, workbookId, []);
      const keep = keepValue("settings", chosen, workbook.marks.kept.get("settings")?.metadataId);
      services.sheets.update(workbookId, [keep]);
      return true;
    });
    if (!done) return says.saveAgain;
    wantLook(services.store, workbookId);
    return says.saved;
  });
}

/** Starts or stops the schedule of the person who is signed in. */
export function switchSchedule(context: WorkbookContext, event: AddOnEvent | undefined, isOn: boolean): Answer {
  return attempt(context, event, () => {
    team.noteSchedule(context.services.store, isOn);
    setTrigger(context);
    return isOn ? "The schedule is on." : "The schedule is off.";
  });
}

/** Has the next days looked at for the person who is signed in, or no longer. */
export function switchLookAhead(context: WorkbookContext, event: AddOnEvent | undefined, isOn: boolean): Answer {
  return attempt(context, event, () => {
    switchAhead(context.services.store, isOn);
    if (context.mode === "organisation") setTrigger(context);
    return isOn ? "Plumbline looks ahead for you." : "Plumbline no longer looks ahead.";
  });
}

/** One trigger serves both the schedule and the look ahead; it stays as long as one of them is wanted. */
function setTrigger({ services: { store }, schedule }: WorkbookContext): void {
  if (team.wasScheduled(store) || isLookingAhead(store)) schedule.start();
  else schedule.stop();
}

/** Does something, and shows the workbook's card with what came of it, be it trouble. */
function attempt(context: WorkbookContext, event: AddOnEvent | undefined, work: () => string): Answer {
  let notice: string;
  try {
    notice = work();
  } catch (error) {
    notice = problemOf(error).advice;
  }
  // The card that the button was on may be another surface's: what follows is about the workbook.
  const { sheets: _, ...elsewhere } = event ?? {};
  return { card: workbookCard(context, elsewhere), notice };
}
