import type { Mode } from "../deployment";

/** A right that the add-on asks for, and what for. */
export interface Scope {
  readonly scope: string;
  readonly why: string;
}

const auth = (name: string, why: string): Scope => ({ scope: `https://www.googleapis.com/auth/${name}`, why });

/** What every deployment asks for. None of these needs a review by Google. */
const SHARED: readonly Scope[] = [
  auth("drive.file", "to read documents that a person opens with Plumbline, and to make and write the team's workbook"),
  auth("drive.addons.metadata.readonly", "to know which files are selected when Plumbline is opened in Drive"),
  auth("calendar.addons.execute", "to show a card beside a calendar event"),
  auth("calendar.addons.current.event.read", "to know which event is open"),
];

/** What a deployment for one organisation asks for besides; no review is needed within it. */
const ORGANISATION: readonly Scope[] = [
  auth(
    "drive.metadata.readonly",
    "to see which documents are in the team's folder and when they changed, not what is in them",
  ),
  auth("documents.readonly", "to read the documents in the team's folder without opening each by hand"),
  auth(
    "calendar.events.readonly",
    "to see which agenda is attached to the open event and, for those who ask for it, to tomorrow's",
  ),
  auth("script.scriptapp", "to run on a schedule, and to look ahead each afternoon"),
];

/** The rights that a deployment asks for. */
export const scopesOf = (mode: Mode): readonly Scope[] => (mode === "public" ? SHARED : [...SHARED, ...ORGANISATION]);

/** The manifest of a deployment, as `appsscript.json` holds it. */
export function manifestOf(mode: Mode) {
  const services = [
    { userSymbol: "Docs", serviceId: "docs", version: "v1" },
    { userSymbol: "Sheets", serviceId: "sheets", version: "v4" },
    { userSymbol: "Drive", serviceId: "drive", version: "v3" },
    ...(mode === "public" ? [] : [{ userSymbol: "Calendar", serviceId: "calendar", version: "v3" }]),
  ];
  return {
    timeZone: "Etc/UTC",
    runtimeVersion: "V8",
    exceptionLogging: "STACKDRIVER",
    dependencies: { enabledAdvancedServices: services },
    oauthScopes: scopesOf(mode).map(({ scope }) => scope),
    addOns: {
      common: {
        name: "Plumbline",
        logoUrl: "https://www.gstatic.com/images/icons/material/system/1x/fact_check_black_48dp.png",
        useLocaleFromApp: false,
        layoutProperties: { primaryColor: "#0072B2" },
        homepageTrigger: { runFunction: "onHomepage", enabled: true },
      },
      docs: {
        homepageTrigger: { runFunction: "onDocs" },
        onFileScopeGrantedTrigger: { runFunction: "onDocs" },
      },
      sheets: {
        homepageTrigger: { runFunction: "onSheets" },
        onFileScopeGrantedTrigger: { runFunction: "onSheets" },
      },
      drive: { onItemsSelectedTrigger: { runFunction: "onDriveItems" } },
      calendar: { currentEventAccess: "READ", eventOpenTrigger: { runFunction: "onCalendarEvent" } },
    },
  } as const;
}

/** Every function that a manifest has Google call. */
export function runFunctionsOf(manifest: object): readonly string[] {
  return Object.entries(manifest).flatMap(([key, value]) =>
    key === "runFunction" ? [String(value)] : typeof value === "object" && value !== null ? runFunctionsOf(value) : [],
  );
}
