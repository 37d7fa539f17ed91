import { plcRubric, type Rubric } from "../../core/rubric/rubric";
import { builtInModel } from "../../core/tagger/model";
import { createTagger } from "../../core/tagger/tagger";
import { type Quoting, quotingOf } from "../privacy/quoting";
import { fingerprint } from "../reading/fingerprint";
import { ensureSheets } from "../workbook/ensure-sheets";
import { FACTS_VERSION } from "../workbook/evidence-facts";
import { keepValue } from "../workbook/metadata";
import { type TeamRubric, teamRubric } from "../workbook/rubric-rows";
import { SheetEdits } from "../workbook/sheet-edits";
import type { SheetRequest } from "../workbook/sheets-service";
import type { Row, TableId } from "../workbook/table";
import { tablesOf } from "../workbook/tables";
import { keptValue, readWorkbook, type Workbook } from "../workbook/workbook";
import { type RunState, runStateFrom } from "./run-state";
import type { Services } from "./services";
import { type Settings, settingsFrom } from "./settings";
import { forgetReadings } from "./sources";

/** The team's workbook, open for changes. */
export interface OpenWorkbook {
  readonly workbook: Workbook;
  readonly settings: Settings;
  readonly state: RunState;
  readonly team: TeamRubric;
  readonly quoting: Quoting;
  /** Makes the sheets that are missing; to be sent before anything else. */
  readonly making: readonly SheetRequest[];
  edits(table: TableId): SheetEdits;
}

/**
 * Opens a workbook with the rows of some tables; the rubric is always read. Where `evidence` says which rows of the sheet
 * Evidence are needed whole, only the key and the facts of all others are read.
 */
export function openWorkbook(
  services: Services,
  id: string,
  rows: readonly TableId[],
  evidence?: (sheets: Workbook["sheets"]) => readonly Row[],
): OpenWorkbook {
  const tables = tablesOf(plcRubric);
  const found = readWorkbook(services.sheets, id, tables, ["rubric", ...rows], evidence);
  const { workbook, requests, made } = ensureSheets(found, tables);
  const settings = settingsFrom(keptValue(workbook, "settings"));
  const edits = new Map<TableId, SheetEdits>();
  const book: OpenWorkbook = {
    workbook,
    settings,
    state: runStateFrom(keptValue(workbook, "run")),
    team: teamRubric(workbook.sheets.get("rubric")?.rows ?? [], plcRubric, {
      model: settings.model,
      ...(settings.level ? { level: settings.level } : {}),
    }),
    quoting: quotingOf(settings.quoting),
    making: requests,
    edits: (table) => {
      const sheet = workbook.sheets.get(table);
      if (!sheet) throw new Error(`There is no sheet for ${table}.`);
      const own = edits.get(table) ?? new SheetEdits(sheet);
      edits.set(table, own);
      return own;
    },
  };
  // What a sheet held that people deleted has to be read again.
  if (rows.includes("sources") && (made.includes("evidence") || made.includes("meetings")))
    forgetReadings(book.edits("sources"));
  return book;
}

/** Changes whenever a document would be read differently although it stayed the same. */
export function engineStamp({ team, settings }: OpenWorkbook): string {
  const phrases = team.rubric.indicators.map(({ code, phrases }) => [code, phrases]);
  return fingerprint(JSON.stringify([FACTS_VERSION, builtInModel.version, phrases, settings.quoting]));
}

const taggers = new Map<string, ReturnType<typeof createTagger>>();

/** The tagger for a rubric, made once a run. */
export function taggerFor(rubric: Rubric): ReturnType<typeof createTagger> {
  const key = JSON.stringify(rubric.indicators.map(({ code, phrases }) => [code, phrases]));
  const made = taggers.get(key) ?? createTagger(rubric);
  taggers.set(key, made);
  return made;
}

/** The request that keeps the run's state in the workbook. */
export const keptRun = ({ workbook }: OpenWorkbook, state: RunState): SheetRequest =>
  keepValue("run", state, workbook.marks.kept.get("run")?.metadataId);
