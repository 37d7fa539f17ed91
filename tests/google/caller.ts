const AUTH = "https://www.googleapis.com/auth/";

/** Who calls an API, through which Cloud project, with which scopes (full URLs). */
export interface Caller {
  readonly user: string;
  readonly project: string;
  readonly scopes: readonly string[];
}

/** Stands for Google's own screens, where a person works without any app: no quota counts there. */
export const OWN_SCREENS = "google";

/** Full URLs of scopes named by their last part. */
export const scopes = (...names: readonly string[]): readonly string[] => names.map((name) => AUTH + name);

export const has = (caller: Caller, names: readonly string[]): boolean =>
  names.some((name) => caller.scopes.includes(AUTH + name));

/** The scopes that open every file of a kind; with none of these, `drive.file` opens single files only. */
export const WIDE = {
  sheets: ["spreadsheets", "spreadsheets.readonly", "drive", "drive.readonly"],
  docs: ["documents", "documents.readonly", "drive", "drive.readonly"],
  drive: ["drive", "drive.readonly", "drive.metadata", "drive.metadata.readonly"],
} as const;

/** The scopes of which a call needs one. */
export const NEEDED = {
  "sheets read": [...WIDE.sheets, "drive.file"],
  "sheets write": ["spreadsheets", "drive", "drive.file"],
  "docs read": [...WIDE.docs, "drive.file"],
  "docs write": ["documents", "drive", "drive.file"],
  "drive read": [...WIDE.drive, "drive.file"],
  "drive write": ["drive", "drive.file"],
  "calendar read": ["calendar", "calendar.readonly", "calendar.events", "calendar.events.readonly"],
} as const;
