/// <reference types="google-apps-script" />
import type { docs_v1 } from "@googleapis/docs";
import { ApiError } from "./api/api-error";
import { type Caller, has, WIDE } from "./caller";
import { type Clock, ManualClock } from "./clock";
import { MIME, mayWrite, ownerOf, type Role, roleOf, type StoredFile } from "./drive/stored-file";
import { Quota } from "./quota";
import { seeded } from "./random";
import { type Book, newBook } from "./sheets/book";

export type CalendarEvent = GoogleAppsScript.Calendar.Schema.Event;
type Api = "sheets" | "docs" | "drive";

const ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** All that Google keeps for the people of a test: files, their contents, calendars and who granted which file to which app. */
export class Workspace {
  readonly clock: Clock;
  readonly quota: Quota;
  readonly files = new Map<string, StoredFile>();
  readonly books = new Map<string, Book>();
  readonly documents = new Map<string, docs_v1.Schema$Document>();
  /** Events by calendar (a person's address), then by id. */
  readonly calendars = new Map<string, Map<string, CalendarEvent>>();
  /** Values for formulas that these fakes cannot work out, asked before anything else. */
  evaluate: (formula: string) => string | number | boolean | undefined = () => undefined;
  private readonly grants = new Set<string>();
  private readonly random: () => number;

  constructor(options: { readonly clock?: Clock; readonly seed?: number } = {}) {
    this.clock = options.clock ?? new ManualClock();
    this.random = seeded(options.seed ?? 1);
    this.quota = new Quota(this.clock);
  }

  /** A new file id, as long and as shapeless as Google's. */
  newFileId(): string {
    return `1${Array.from({ length: 43 }, () => ID_LETTERS[Math.floor(this.random() * 64)]).join("")}`;
  }

  /** A new positive id for a sheet, chart, range or piece of metadata. */
  newNumber(): number {
    return 1 + Math.floor(this.random() * 2_000_000_000);
  }

  /** Adds a file owned by a person, as if made in Google's own screens: no app has been granted it. */
  addFile(owner: string, name: string, mimeType: string, more: Partial<StoredFile> = {}): StoredFile {
    const now = this.clock.now();
    const id = more.id ?? this.newFileId();
    const file: StoredFile = {
      id,
      name,
      mimeType,
      parents: [`root-of-${owner}`],
      permissions: [{ id: `${this.newNumber()}`, type: "user", role: "owner", emailAddress: owner }],
      createdTime: now,
      modifiedTime: now,
      version: 1,
      trashed: false,
      starred: false,
      lastModifyingUser: owner,
      ...more,
    };
    this.files.set(id, file);
    return file;
  }

  /** Adds a spreadsheet with one empty sheet and returns its id. */
  addSpreadsheet(owner: string, name: string, more: Partial<StoredFile> = {}): string {
    const { id } = this.addFile(owner, name, MIME.spreadsheet, more);
    this.books.set(id, newBook(id, name));
    return id;
  }

  /** Adds a document and returns its id; the content is a whole answer of `documents.get` with tabs. */
  addDocument(owner: string, content: docs_v1.Schema$Document, more: Partial<StoredFile> = {}): string {
    const { id } = this.addFile(owner, content.title ?? "Untitled document", MIME.document, more);
    this.documents.set(id, { ...content, documentId: id });
    return id;
  }

  /** Replaces a document's content, as a person typing would. */
  editDocument(id: string, content: docs_v1.Schema$Document, user?: string): void {
    this.documents.set(id, { ...content, documentId: id });
    this.touch(id, user);
  }

  addEvent(calendar: string, event: CalendarEvent & { readonly id: string }): void {
    const events = this.calendars.get(calendar) ?? new Map<string, CalendarEvent>();
    events.set(event.id, event);
    this.calendars.set(calendar, events);
  }

  share(fileId: string, emailAddress: string, role: Role): void {
    this.change(fileId, (file) => ({
      permissions: [
        ...file.permissions.filter((permission) => permission.emailAddress !== emailAddress),
        { id: `${this.newNumber()}`, type: "user", role, emailAddress },
      ],
    }));
  }

  unshare(fileId: string, emailAddress: string): void {
    this.change(fileId, (file) => ({
      permissions: file.permissions.filter((permission) => permission.emailAddress !== emailAddress),
    }));
  }

  trash(fileId: string, trashed = true): void {
    this.change(fileId, () => ({ trashed }));
  }

  /** Deletes a file for good. */
  remove(fileId: string): void {
    this.files.delete(fileId);
    this.books.delete(fileId);
    this.documents.delete(fileId);
  }

  /** A person lets an app see one file (`drive.file`), through a picker or a granted card. */
  grant(user: string, project: string, fileId: string): void {
    this.grants.add(JSON.stringify([user, project, fileId]));
  }

  isGranted(user: string, project: string, fileId: string): boolean {
    return this.grants.has(JSON.stringify([user, project, fileId]));
  }

  /** Whether the caller's scopes reach the file, whatever the person may do with it. */
  reaches(caller: Caller, api: Api, fileId: string): boolean {
    return has(caller, WIDE[api]) || this.isGranted(caller.user, caller.project, fileId);
  }

  /** The file for a call of the Sheets or Docs API, or Google's 404 or 403. */
  open(caller: Caller, api: "sheets" | "docs", fileId: string, write: boolean): StoredFile {
    const file = this.files.get(fileId);
    const kind = api === "sheets" ? MIME.spreadsheet : MIME.document;
    if (!file || !this.reaches(caller, api, fileId)) {
      throw new ApiError("NOT_FOUND", "Requested entity was not found.", "notFound");
    }
    if (file.mimeType !== kind) {
      throw new ApiError(
        "FAILED_PRECONDITION",
        "This operation is not supported for this document",
        "failedPrecondition",
      );
    }
    const role = roleOf(file, caller.user);
    if (role === undefined || (write && !mayWrite(role))) {
      throw new ApiError("PERMISSION_DENIED", "The caller does not have permission", "forbidden");
    }
    return file;
  }

  /** Notes that a person changed a file's content. */
  touch(fileId: string, user?: string): void {
    this.change(fileId, (file) => ({
      modifiedTime: this.clock.now(),
      lastModifyingUser: user ?? ownerOf(file),
    }));
  }

  change(fileId: string, next: (file: StoredFile) => Partial<StoredFile>): void {
    const file = this.files.get(fileId);
    if (!file) throw new Error(`The workspace has no file ${fileId}.`);
    this.files.set(fileId, { ...file, version: file.version + 1, ...next(file) });
  }
}
