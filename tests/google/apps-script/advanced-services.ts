import { NotFaked } from "../api/api-error";
import type { Api } from "../api/method";
import { calendarApi } from "../calendar/calendar-api";
import { docsApi } from "../docs/docs-api";
import { driveApi } from "../drive/drive-api";
import { sheetsApi } from "../sheets/sheets-api";
import type { Execution } from "./execution";
import { onlyFaked } from "./only-faked";

type Sheets = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;
type Drive = GoogleAppsScript.Drive;
type Calendar = GoogleAppsScript.Calendar.Collection.EventsCollection;

/** How a method of an advanced service is called: the resource first where it takes one, then its path, then options. */
interface Signature {
  readonly resource?: boolean;
  readonly path: readonly string[];
  /** Bytes to upload may stand before the options. */
  readonly media?: boolean;
  /** The API's name of the method where Apps Script has another. */
  readonly method?: string;
}
type Signatures<Collection> = { readonly [Method in keyof Collection]?: Signature };

const spreadsheets: Signatures<Omit<Sheets, "Values" | "DeveloperMetadata" | "Sheets">> = {
  get: { path: ["spreadsheetId"] },
  create: { resource: true, path: [] },
  batchUpdate: { resource: true, path: ["spreadsheetId"] },
};
const values: Signatures<Sheets["Values"]> = {
  get: { path: ["spreadsheetId", "range"] },
  batchGet: { path: ["spreadsheetId"] },
  batchGetByDataFilter: { resource: true, path: ["spreadsheetId"] },
  update: { resource: true, path: ["spreadsheetId", "range"] },
  batchUpdate: { resource: true, path: ["spreadsheetId"] },
  batchUpdateByDataFilter: { resource: true, path: ["spreadsheetId"] },
  append: { resource: true, path: ["spreadsheetId", "range"] },
  clear: { resource: true, path: ["spreadsheetId", "range"] },
  batchClear: { resource: true, path: ["spreadsheetId"] },
};
const metadata: Signatures<Sheets["DeveloperMetadata"]> = {
  get: { path: ["spreadsheetId", "metadataId"] },
  search: { resource: true, path: ["spreadsheetId"] },
};
const documents: Signatures<GoogleAppsScript.Docs.Collection.DocumentsCollection> = { get: { path: ["documentId"] } };
const files: Signatures<Drive["Files"]> = {
  get: { path: ["fileId"] },
  list: { path: [] },
  create: { resource: true, path: [], media: true },
  update: { resource: true, path: ["fileId"], media: true },
  remove: { path: ["fileId"], method: "delete" },
};
const permissions: Signatures<Drive["Permissions"]> = {
  create: { resource: true, path: ["fileId"] },
  list: { path: ["fileId"] },
  remove: { path: ["fileId", "permissionId"], method: "delete" },
};
const events: Signatures<Calendar> = {
  get: { path: ["calendarId", "eventId"] },
  list: { path: ["calendarId"] },
};

interface Service {
  readonly api: Api;
  readonly id: string;
  readonly version: string;
  /** Collections by the path under which a script reaches them. */
  readonly collections: Readonly<Record<string, Readonly<Record<string, Signature | undefined>>>>;
}

const SERVICES: readonly Service[] = [
  {
    api: sheetsApi,
    id: "sheets",
    version: "v4",
    collections: {
      Spreadsheets: spreadsheets,
      "Spreadsheets.Values": values,
      "Spreadsheets.DeveloperMetadata": metadata,
    },
  },
  { api: docsApi, id: "docs", version: "v1", collections: { Documents: documents } },
  { api: driveApi, id: "drive", version: "v3", collections: { Files: files, Permissions: permissions } },
  { api: calendarApi, id: "calendar", version: "v3", collections: { Events: events } },
];

/** One entry of `dependencies.enabledAdvancedServices` in a manifest. */
export interface AdvancedService {
  readonly userSymbol: string;
  readonly serviceId: string;
  readonly version: string;
}

function method(
  execution: Execution,
  service: Service,
  symbol: string,
  path: string,
  name: string,
  signature: Signature,
) {
  const apiName = `${path}.${signature.method ?? name}`.replace(/(^|\.)[A-Z]/g, (start) => start.toLowerCase());
  const least = (signature.resource ? 1 : 0) + signature.path.length;
  const most = least + (signature.media ? 2 : 1);
  return (...given: readonly unknown[]): unknown => {
    if (given.length < least || given.length > most) {
      const expected = `${least}-${most}`;
      throw execution.exception(`Invalid number of arguments provided. Expected ${expected} only.`);
    }
    const body = signature.resource ? given[0] : undefined;
    if (signature.media && given[least] != null) {
      throw new NotFaked(`${symbol}.${path}.${name} with a blob`);
    }
    const places = given.slice(signature.resource ? 1 : 0, least);
    for (const [index, value] of places.entries()) {
      if (value !== undefined && value !== null && value !== "") continue;
      throw execution.exception(`Invalid argument: ${signature.path[index]} must not be empty.`);
    }
    const options = (given[most - 1] ?? {}) as Record<string, unknown>;
    const parameters = Object.fromEntries(signature.path.map((parameter, index) => [parameter, places[index]]));
    return execution.api(service.api, symbol, apiName, { ...options, ...parameters }, body);
  };
}

/** The advanced services that a manifest enables, each under its own symbol. */
export function advancedServices(execution: Execution, enabled: readonly AdvancedService[]): Record<string, object> {
  const missing = (error: Error) => {
    execution.notFaked ??= error;
  };
  return Object.fromEntries(
    enabled.map(({ userSymbol, serviceId, version }) => {
      const service = SERVICES.find((one) => one.id === serviceId && one.version === version);
      if (!service) throw new NotFaked(`The advanced service ${serviceId} ${version}`);
      const root: Record<string, object> = {};
      for (const [path, signatures] of Object.entries(service.collections)) {
        const methods = Object.fromEntries(
          Object.entries(signatures).flatMap(([name, signature]) =>
            signature ? [[name, method(execution, service, userSymbol, path, name, signature)]] : [],
          ),
        );
        const [last = "", ...above] = path.split(".").reverse();
        const home = above.reverse().reduce((node, step) => node[step] as Record<string, object>, root);
        home[last] = methods;
      }
      const sealed = (node: Record<string, unknown>, name: string): object =>
        onlyFaked(
          Object.fromEntries(
            Object.entries(node).map(([key, value]) => [
              key,
              typeof value === "object" ? sealed(value as Record<string, unknown>, `${name}.${key}`) : value,
            ]),
          ),
          name,
          missing,
        );
      return [userSymbol, sealed(root, userSymbol)];
    }),
  );
}
