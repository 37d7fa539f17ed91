/** Types of the Sheets API, as the advanced service has them. */
export type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
export type SheetRequest = GoogleAppsScript.Sheets.Schema.Request;
export type Metadata = GoogleAppsScript.Sheets.Schema.DeveloperMetadata;

/** Values to write: a range in A1 notation, and rows in which `null` leaves a cell as it is. */
export interface ValueRange {
  readonly range: string;
  readonly values: readonly (readonly (string | number | null)[])[];
}

/** What the workbook needs of Google Sheets: one method is one call. Every one throws what Google throws. */
export interface SheetsService {
  /** Makes an empty spreadsheet and gives its id. */
  create(title: string): string;
  /** Titles, sizes and charts of all sheets, without their cells. */
  structure(id: string): Spreadsheet;
  /** What this project noted on the spreadsheet, its sheets, rows and columns. */
  metadata(id: string): readonly Metadata[];
  /** The values of some ranges, as unformatted rows. */
  values(id: string, ranges: readonly string[]): readonly (readonly (readonly unknown[])[])[];
  /** Writes values as they are: a text stays a text, whatever it starts with. All or nothing. */
  write(id: string, data: readonly ValueRange[]): void;
  /** Changes everything that is not a plain value. All or nothing. */
  update(id: string, requests: readonly SheetRequest[]): void;
}
