import { mode } from "./deployment";
import { documentsOfEvent, eventsBetween } from "./google/calendar";
import { answerFrom, cardFrom } from "./google/card-service";
import { makeDocument } from "./google/docs";
import * as scope from "./google/file-scope";
import { googleServices as services } from "./google/services";
import { schedule } from "./google/triggers";
import { runSelfTest } from "./self-test/self-test";
import * as agenda from "./triggers/agenda";
import * as documents from "./triggers/documents";
import { type AddOnEvent, parameter } from "./triggers/events";
import { runBySchedule } from "./triggers/hourly";
import * as workbook from "./triggers/workbook";

// Google calls these by name: the build makes a function of each export, and nothing else can be called.

type Event = AddOnEvent | undefined;
const context = { services, mode, schedule };

export const onHomepage = (event: Event): unknown => cardFrom(workbook.workbookCard(context, event));
export const onSheets = onHomepage;
export const onDocs = (event: Event): unknown => cardFrom(documents.documentCard(services, event));
export const onDriveItems = (event: Event): unknown => cardFrom(documents.selectionCard(event));
export const onCalendarEvent = (event: Event): unknown =>
  cardFrom(agenda.eventCard(services, mode, documentsOfEvent, event));

export const askForOpenFile = (_event: Event): unknown => scope.askForOpenFile();
export const askForDriveFile = (event: Event): unknown => scope.askForDriveFile(parameter(event, "id"));

export const addDocument = (event: Event): unknown => answerFrom(documents.addOne(services, event));
export const addSelected = (event: Event): unknown => answerFrom(documents.addMany(services, event));
export const showAgenda = (event: Event): unknown => answerFrom(agenda.chosenAgenda(services, event));

export const showWorkbook = (event: Event): unknown => answerFrom({ card: workbook.workbookCard(context, event) });
export const makeWorkbook = (event: Event): unknown => answerFrom(workbook.make(context, event));
export const startAfresh = (event: Event): unknown => answerFrom(workbook.startAfresh(context, event));
export const useWorkbook = (event: Event): unknown => answerFrom(workbook.use(context, event));
export const refresh = (event: Event): unknown => answerFrom(workbook.refresh(context, event));
export const continueRefresh = (event: Event): unknown => answerFrom(workbook.goOn(context, event));
export const showSettings = (_event: Event): unknown => answerFrom(workbook.settings(context, mode));
export const saveSettings = (event: Event): unknown => answerFrom(workbook.save(context, event));
export const startSchedule = (event: Event): unknown => answerFrom(workbook.switchSchedule(context, event, true));
export const stopSchedule = (event: Event): unknown => answerFrom(workbook.switchSchedule(context, event, false));

export const lookAhead = (event: Event): unknown => answerFrom(workbook.switchLookAhead(context, event, true));
export const stopLookingAhead = (event: Event): unknown => answerFrom(workbook.switchLookAhead(context, event, false));

export const hourlyRun = (): void => runBySchedule(services, eventsBetween);
/** For a person to run in the editor of the script. */
export const selfTest = (): string => {
  const report = runSelfTest(services, makeDocument);
  console.log(report);
  return report;
};
