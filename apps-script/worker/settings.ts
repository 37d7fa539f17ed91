import { isLevel, isModel, type Level, type Model } from "../../core/rubric/rubric";
import { QUOTING_MODES, type QuotingMode } from "../privacy/quoting";

/** What a team chose for its workbook; kept in the workbook, so that it holds for everybody. */
export interface Settings {
  readonly team: string;
  readonly quoting: QuotingMode;
  readonly model: Model | "none";
  readonly level: Level | "";
  /** Id of the folder whose documents are all read; "" for none. */
  readonly folder: string;
  /** Hours between refreshes by the schedule. */
  readonly every: 1 | 24 | 168;
}

export const DEFAULT_SETTINGS: Settings = {
  team: "",
  quoting: "full",
  model: "none",
  level: "",
  folder: "",
  every: 24,
};

/** Settings from what is kept or was entered; what does not fit is as by default. */
export function settingsFrom(value: unknown): Settings {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const every = Number(given.every);
  return {
    team: typeof given.team === "string" ? given.team.trim().slice(0, 80) : "",
    quoting: QUOTING_MODES.find((mode) => mode === given.quoting) ?? DEFAULT_SETTINGS.quoting,
    model: isModel(given.model) ? given.model : "none",
    level: isLevel(given.level) ? given.level : "",
    folder: typeof given.folder === "string" ? folderIdIn(given.folder) : "",
    every: every === 1 || every === 24 || every === 168 ? every : DEFAULT_SETTINGS.every,
  };
}

/** The id in the address of a folder, or the id itself; "" where neither is. */
export function folderIdIn(text: string): string {
  const id = /\/folders\/([\w-]{10,})/.exec(text)?.[1] ?? text.trim();
  return /^[\w-]{10,}$/.test(id) ? id : "";
}

/** The id in the address of a document, or the id itself; "" where neither is. */
export function documentIdIn(text: string): string {
  const id = /\/document\/(?:u\/\d+\/)?d\/([\w-]{10,})/.exec(text)?.[1] ?? text.trim();
  return /^[\w-]{10,}$/.test(id) ? id : "";
}
