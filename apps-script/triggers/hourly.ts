import { openWorkbook } from "../worker/open-workbook";
import { problemOf } from "../worker/problems";
import { workBySchedule } from "../worker/run";
import type { Services } from "../worker/services";
import { wasScheduled, workbookOf } from "../worker/team-workbook";
import { type EventsBetween, lookAhead } from "./ahead";
import { reportWords } from "./workbook";

/** What happens hour by hour. Trouble goes to the script's own log, and the next hour tries again. */
export function runBySchedule(services: Services, eventsBetween: EventsBetween): void {
  const workbookId = workbookOf(services.store);
  attempt(() => lookAhead(services, eventsBetween));
  if (!workbookId || !wasScheduled(services.store)) return;
  attempt(() => {
    const { state, settings } = openWorkbook(services, workbookId, []);
    console.log(reportWords(workBySchedule(services, workbookId, state.lookedAt, settings.every)));
  });
}

function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.log(problemOf(error).advice);
  }
}
