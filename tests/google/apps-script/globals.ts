import { advancedServices } from "./advanced-services";
import { FakeCacheService } from "./cache-service";
import { fakeCardService } from "./cards/card-service";
import type { Execution } from "./execution";
import { FakeLockService } from "./lock-service";
import { onlyFaked } from "./only-faked";
import { FakePropertiesService } from "./properties-service";
import { FakeScriptApp } from "./script-app";
import type { Manifest } from "./script-project";
import { FakeSession } from "./session";
import type { Stores } from "./stores";
import { FakeUtilities } from "./utilities";

/** Services that every script has and none of ours may use: a use of one must fail the test and say so. */
const UNKNOWN = [
  "SpreadsheetApp",
  "DocumentApp",
  "DriveApp",
  "CalendarApp",
  "FormApp",
  "SlidesApp",
  "GmailApp",
  "MailApp",
  "GroupsApp",
  "ContactsApp",
  "LanguageApp",
  "UrlFetchApp",
  "HtmlService",
  "ContentService",
  "XmlService",
  "Charts",
  "Maps",
  "Jdbc",
  "LinearOptimizationService",
  "ConferenceDataService",
  "DataStudioApp",
  "Browser",
  "MimeType",
] as const;

/** Gives a realm the services of Apps Script. */
export function installGlobals(execution: Execution, stores: Stores, manifest: Manifest, isAddOn: boolean): void {
  const { globals } = execution.realm;
  const missing = (error: Error) => {
    execution.notFaked ??= error;
  };
  const log = (...given: readonly unknown[]): void => {
    execution.logs.push(given.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" "));
  };
  const faked: Record<string, object> = {
    PropertiesService: new FakePropertiesService(execution, stores),
    LockService: new FakeLockService(execution, stores),
    CacheService: new FakeCacheService(execution, stores),
    ScriptApp: new FakeScriptApp(execution, stores, "script-1", isAddOn),
    Session: new FakeSession(execution, manifest.timeZone ?? "Etc/GMT"),
    Utilities: new FakeUtilities(execution),
    Logger: { log },
    console: { log, info: log, warn: log, error: log },
  };
  for (const [name, service] of Object.entries(faked)) globals[name] = onlyFaked(service, name, missing);
  for (const name of UNKNOWN) globals[name] = onlyFaked({}, name, missing);
  globals.CardService = fakeCardService(execution);
  Object.assign(globals, advancedServices(execution, manifest.dependencies?.enabledAdvancedServices ?? []));
}
