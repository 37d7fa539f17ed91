import { bundleAddOn } from "../../apps-script/build/bundle";
import type { Mode } from "../../apps-script/deployment";
import type { SheetsService, Spreadsheet } from "../../apps-script/workbook/sheets-service";
import type { TableId } from "../../apps-script/workbook/table";
import { tablesOf } from "../../apps-script/workbook/tables";
import { readWorkbook, type Workbook } from "../../apps-script/workbook/workbook";
import { plcRubric } from "../../core/rubric/rubric";
import { callApi } from "../google/api/method";
import { type Press, press } from "../google/apps-script/cards/reading";
import {
  type Manifest,
  type Outcome,
  type ProjectOptions,
  type RunOptions,
  ScriptProject,
} from "../google/apps-script/script-project";
import { type Caller, scopes } from "../google/caller";
import { ManualClock } from "../google/clock";
import { sheetsApi } from "../google/sheets/sheets-api";
import { Workspace } from "../google/workspace";
import { docsFromMarkdown } from "./docs-from-markdown";

export const ana = "ana@school.org";
export const ben = "ben@school.org";

const root = process.cwd();
const bundles = { public: await bundleAddOn(root, "public"), organisation: await bundleAddOn(root, "organisation") };

/** A day in term. */
export const START = Date.UTC(2026, 0, 12, 9);

let forks = 0;

/** A team with the add-on, in one workspace. The built script runs in it; nothing else of ours does. */
export class Team {
  readonly script: ScriptProject;

  constructor(
    private readonly mode: Mode = "public",
    private readonly options: Partial<ProjectOptions> = {},
    readonly workspace: Workspace = new Workspace({ clock: new ManualClock(START) }),
  ) {
    const { code, manifest } = bundles[mode];
    this.script = new ScriptProject({
      workspace: this.workspace,
      bundle: code,
      manifest: JSON.parse(manifest) as Manifest,
      ...options,
    });
  }

  /** A second team for which everything has gone alike until now. */
  fork(): Team {
    const copy = new Team(
      this.mode,
      this.options,
      new Workspace({ clock: new ManualClock(this.clock.now()), seed: 2 + forks++ }),
    );
    const from = this.workspace as unknown as Record<string, Map<unknown, unknown> | Set<unknown>>;
    const to = copy.workspace as unknown as Record<string, unknown>;
    for (const name of ["files", "books", "documents", "calendars", "grants"]) to[name] = structuredClone(from[name]);
    Object.assign(copy.script.stores, structuredClone(this.script.stores));
    return copy;
  }

  get clock(): ManualClock {
    return this.workspace.clock as ManualClock;
  }

  /** Runs a function of the script, whatever comes of it. */
  outcome(name: string, event: object = {}, options: Partial<RunOptions> = {}): Outcome {
    return this.script.run(name, { user: ana, event, ...options });
  }

  /** Runs a function of the script that must come to its end. */
  run(name: string, event: object = {}, options: Partial<RunOptions> = {}): unknown {
    const outcome = this.outcome(name, event, options);
    if (outcome.status === "done") return outcome.value;
    throw new Error(
      `${name} ${outcome.status}: ${JSON.stringify(outcome.status === "failed" ? outcome.error : outcome.reason)}`,
    );
  }

  /** Presses what is named so on a card. */
  press(card: unknown, label: string, user = ana, event: object = {}): unknown {
    return this.run(press(card, label).functionName, eventOf(press(card, label), event), { user });
  }

  /** A document with the content of some Markdown, opened with the add-on by everybody named. */
  document(markdown: string, title = "", users: readonly string[] = [ana]): string {
    const id = this.workspace.addDocument(ana, docsFromMarkdown(markdown, "", title) as never);
    for (const user of users) {
      if (user !== ana) this.workspace.share(id, user, "writer");
      this.workspace.grant(user, "project-1", id);
    }
    return id;
  }

  edit(id: string, markdown: string): void {
    const title = this.workspace.files.get(id)?.name ?? "";
    this.clock.advance(1000);
    this.workspace.editDocument(id, docsFromMarkdown(markdown, id, title) as never);
  }

  /** Puts documents in line, as selecting them in Drive and pressing "Add" does. */
  add(...ids: readonly string[]): void {
    const mimeType = "application/vnd.google-apps.document";
    const selectedItems = ids.map((id) => ({ id, title: "", mimeType, addonHasFileScopePermission: true }));
    this.run("addSelected", { drive: { selectedItems } });
  }

  /** Presses Continue until nothing is left. */
  finish(user = ana): number {
    for (let slices = 1; slices < 30; slices++) {
      const answer = this.run("continueRefresh", {}, { user });
      if (/up to date/.test(JSON.stringify(answer))) return slices;
    }
    throw new Error("The refresh comes to no end.");
  }

  get workbookId(): string {
    const id = [...this.workspace.books.keys()].pop();
    if (!id) throw new Error("There is no workbook.");
    return id;
  }

  /** The workbook as a person with it open would read it. */
  workbook(): Workbook {
    return readWorkbook(
      this.sheets(),
      this.workbookId,
      tablesOf(plcRubric),
      tablesOf(plcRubric).map(({ id }) => id),
    );
  }

  /** The rows of a sheet of ours, by column id. */
  rows(table: TableId): readonly Readonly<Record<string, string | number>>[] {
    return (
      this.workbook()
        .sheets.get(table)
        ?.rows.map(({ cells }) => cells) ?? []
    );
  }

  /** A person's own edit of the workbook. */
  change(requests: readonly object[], user = ana): void {
    callApi(
      this.workspace,
      sheetsApi,
      "spreadsheets.batchUpdate",
      person(user),
      { spreadsheetId: this.workbookId },
      { requests },
    );
  }

  /** A person types into cells of a sheet of ours. */
  type(table: TableId, row: number, cells: Readonly<Record<string, string>>, user = ana): void {
    const sheet = this.workbook().sheets.get(table);
    if (!sheet) throw new Error(`There is no sheet ${table}.`);
    this.change(
      Object.entries(cells).map(([column, stringValue]) => ({
        updateCells: {
          start: { sheetId: sheet.sheetId, rowIndex: row, columnIndex: sheet.columns.get(column) },
          rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
          fields: "userEnteredValue",
        },
      })),
      user,
    );
  }

  /** Everything that a person could see of the workbook, and all that keeps it together; times and the log left out. */
  picture(): unknown {
    const book = this.workspace.books.get(this.workbookId);
    if (!book) return undefined;
    const marks = new Map(this.workbook().sheets);
    const log = marks.get("log")?.sheetId;
    const read = marks.get("sources")?.columns.get("read");
    return {
      sheets: book.sheets
        .filter(({ sheetId }) => sheetId !== log)
        .map(({ rows, protectedRanges, ...sheet }) => ({
          ...sheet,
          rowProperties: [...sheet.rowProperties],
          columnProperties: [...sheet.columnProperties],
          protectedRanges: protectedRanges.map(({ protectedRangeId: _, ...range }) => range),
          rows: rows.map((row) =>
            sheet.sheetId === marks.get("sources")?.sheetId ? row?.filter((_, column) => column !== read) : row,
          ),
        })),
      metadata: book.developerMetadata
        .filter(({ metadataValue }) => !metadataValue?.startsWith("run "))
        .map(({ metadataId: _, ...metadata }) => metadata),
      namedRanges: book.namedRanges,
    };
  }

  private sheets(): Pick<SheetsService, "structure" | "metadata" | "values"> {
    const spreadsheetId = this.workbookId;
    const call = (method: string, given: object, body?: object) =>
      callApi(this.workspace, sheetsApi, method, person(ana), { spreadsheetId, ...given }, body) as never;
    this.clock.advance(60_000);
    return {
      structure: () => call("spreadsheets.get", {}) as Spreadsheet,
      metadata: () => {
        const found: { matchedDeveloperMetadata?: { developerMetadata: never }[] } = call(
          "spreadsheets.developerMetadata.search",
          {},
          { dataFilters: [{ developerMetadataLookup: { metadataKey: "plumbline" } }] },
        );
        return (found.matchedDeveloperMetadata ?? []).map(({ developerMetadata }) => developerMetadata);
      },
      values: (_, ranges) => {
        const read: { valueRanges: { values?: unknown[][] }[] } = call("spreadsheets.values.batchGet", {
          ranges: [...ranges],
          valueRenderOption: "UNFORMATTED_VALUE",
        });
        return read.valueRanges.map(({ values = [] }) => values);
      },
    };
  }
}

const person = (user: string): Caller => ({ user, project: "google", scopes: scopes("drive") });

const eventOf = ({ parameters }: Press, event: object): object => ({ commonEventObject: { parameters }, ...event });

const ready = new Map<string, { readonly team: Team; readonly ids: readonly string[] }>();

/** A team whose documents have these contents, all read into its workbook; settings are as entered on the card. */
export function readyTeam(
  texts: readonly string[],
  { users = [ana], settings = {} }: { users?: readonly string[]; settings?: Readonly<Record<string, string>> } = {},
): { team: Team; ids: readonly string[] } {
  const key = JSON.stringify([texts, users, settings]);
  let made = ready.get(key);
  if (!made) {
    const team = new Team();
    const ids = texts.map((text) => team.document(text, "", users));
    if (Object.keys(settings).length > 0) {
      team.run("makeWorkbook");
      team.run("saveSettings", formOf(settings));
    }
    team.add(...ids);
    team.finish();
    made = { team, ids };
    ready.set(key, made);
  }
  return { team: made.team.fork(), ids: made.ids };
}

/** The event of a form on a card. */
export const formOf = (values: Readonly<Record<string, string>>): object => ({
  commonEventObject: {
    formInputs: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { stringInputs: { value: [value] } }]),
    ),
  },
});
