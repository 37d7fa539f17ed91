import { openWorkbook } from "../worker/open-workbook";
import { problemOf } from "../worker/problems";
import { workBySchedule } from "../worker/run";
import type { Services } from "../worker/services";
import { workbookOf } from "../worker/team-workbook";
import { reportWords } from "./workbook";

/** What the schedule does, hour by hour. Trouble goes to the script's own log, and the next hour tries again. */
export function runBySchedule(services: Services): void {
  const workbookId = workbookOf(services.store);
  if (!workbookId) return;
  try {
    const { state, settings } = openWorkbook(services, workbookId, []);
    console.log(reportWords(workBySchedule(services, workbookId, state.lookedAt, settings.every)));
  } catch (error) {
    console.log(problemOf(error).advice);
  }
}
