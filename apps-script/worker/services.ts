import type { DocsDocument } from "../document/docs-json";
import type { SheetsService } from "../workbook/sheets-service";

/** A document as Drive lists it. */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  /** When it was last changed, as Drive writes it. */
  readonly modifiedTime: string;
}

/** Everything outside that the worker needs. Every method throws what Google throws. */
export interface Services {
  readonly sheets: SheetsService;
  readonly documents: { read(id: string): DocsDocument };
  readonly drive: DriveService;
  readonly lock: {
    /** Does the work while no other run of anybody does its own; `undefined` when it could not have its turn. */
    alone<T>(work: () => T): T | undefined;
  };
  readonly store: UserStore;
  readonly cache: { get(key: string): string | null; put(key: string, value: string): void };
  readonly now: () => Date;
  /** Stands for the person who is signed in, without saying who it is. */
  readonly person: () => string;
}

export interface DriveService {
  /** All documents in a folder and the folders below it. Throws where the folder cannot be seen. */
  documents(folder: string): readonly DriveFile[];
  /** Documents that have one of these titles, to look at many with few questions; very long titles are left out. */
  named(titles: readonly string[]): readonly DriveFile[];
  /** One document. */
  document(id: string): DriveFile;
}

/** Small things kept for one person, from one run to the next. */
export interface UserStore {
  get(key: string): string | null;
  all(): Readonly<Record<string, string>>;
  put(values: Readonly<Record<string, string>>): void;
  remove(key: string): void;
}
