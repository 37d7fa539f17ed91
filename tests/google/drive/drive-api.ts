import type { drive_v3 } from "@googleapis/drive";
import { ApiError, NotFaked } from "../api/api-error";
import { readDescription } from "../api/description";
import { type Api, type Call, type Methods, text } from "../api/method";
import { newBook } from "../sheets/book";
import { exported } from "./export";
import { fileResource } from "./file-resource";
import { permissionMethods } from "./permission-methods";
import { readQuery } from "./query";
import { MIME, type StoredFile } from "./stored-file";
import { changeableFile, isVisible, visibleFile } from "./visible";

const FILES = "/drive/v3/files";
const ONE = "kind,id,name,mimeType";
const invalidValue = (message: string) => new ApiError("INVALID_ARGUMENT", message, "invalid");

/** The fields of a file that a caller may set. */
const WRITABLE = new Set([
  "name",
  "mimeType",
  "description",
  "starred",
  "trashed",
  "parents",
  "properties",
  "appProperties",
]);

function given(body: drive_v3.Schema$File): Partial<StoredFile> {
  const other = Object.keys(body).find((name) => !WRITABLE.has(name));
  if (other !== undefined) {
    throw new ApiError(
      "PERMISSION_DENIED",
      `The resource body includes fields which are not directly writable.`,
      "fieldNotWritable",
    );
  }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}

function create(call: Call<drive_v3.Schema$File>): drive_v3.Schema$File {
  const { workspace, caller, body } = call;
  const { name = "Untitled", mimeType = "application/octet-stream", parents, ...more } = given(body);
  if ((parents?.length ?? 0) > 1) throw invalidValue("A file cannot have more than one parent.");
  for (const parent of parents ?? []) {
    if (parent !== "root") visibleFile(workspace, caller, parent);
  }
  const folder = parents && parents[0] !== "root" ? { parents } : {};
  const file = workspace.addFile(caller.user, name, mimeType, { ...more, ...folder });
  if (mimeType === MIME.spreadsheet) workspace.books.set(file.id, newBook(file.id, name));
  if (mimeType === MIME.document) workspace.documents.set(file.id, { documentId: file.id, title: name, tabs: [] });
  workspace.grant(caller.user, caller.project, file.id);
  return fileResource(file, caller.user);
}

const merged = <T>(old: Readonly<Record<string, T>> | undefined, next: Readonly<Record<string, T | null>>) =>
  Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => value !== null)) as Record<string, T>;

function update(call: Call<drive_v3.Schema$File>): drive_v3.Schema$File {
  const { workspace, caller, parameters } = call;
  const { parents, mimeType, properties, appProperties, ...more } = given(call.body);
  if (parents) {
    throw new ApiError(
      "PERMISSION_DENIED",
      "The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.",
      "fieldNotWritable",
    );
  }
  if (mimeType !== undefined) throw new NotFaked("files.update with a mimeType");
  const file = changeableFile(call, more.trashed === undefined ? "writer" : "owner");
  const ids = (name: string) => (typeof parameters[name] === "string" ? parameters[name].split(",") : []);
  const added = ids("addParents");
  const removed = new Set(ids("removeParents"));
  for (const parent of added) visibleFile(workspace, caller, parent);
  workspace.change(file.id, () => ({
    ...more,
    ...(properties ? { properties: merged(file.properties, properties) } : {}),
    ...(appProperties ? { appProperties: merged(file.appProperties, appProperties) } : {}),
    parents: added.length > 0 ? added : file.parents.filter((parent) => !removed.has(parent)),
    modifiedTime: workspace.clock.now(),
    lastModifyingUser: caller.user,
  }));
  const book = workspace.books.get(file.id);
  if (book && more.name !== undefined) book.properties = { ...book.properties, title: more.name };
  return fileResource(workspace.files.get(file.id) as StoredFile, caller.user);
}

const ORDERS: Readonly<Record<string, (a: StoredFile, b: StoredFile) => number>> = {
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  modifiedTime: (a, b) => a.modifiedTime - b.modifiedTime,
  createdTime: (a, b) => a.createdTime - b.createdTime,
  folder: (a, b) => Number(b.mimeType === MIME.folder) - Number(a.mimeType === MIME.folder),
};

function ordered(files: StoredFile[], orderBy: unknown): StoredFile[] {
  const keys = typeof orderBy === "string" && orderBy !== "" ? orderBy.split(",") : [];
  const compares = keys.map((key) => {
    const [name = "", direction] = key.trim().split(/\s+/);
    const compare = ORDERS[name];
    if (!compare || (direction !== undefined && direction !== "desc"))
      throw invalidValue(`Invalid value '${orderBy}' for orderBy`);
    return direction === "desc" ? (a: StoredFile, b: StoredFile) => compare(b, a) : compare;
  });
  return files.sort((a, b) => compares.map((compare) => compare(a, b)).find((order) => order !== 0) ?? 0);
}

function list(call: Call<unknown>): drive_v3.Schema$FileList {
  const { workspace, caller, parameters } = call;
  if (parameters.corpora !== undefined && parameters.corpora !== "user")
    throw new NotFaked(`files.list with corpora ${parameters.corpora}`);
  const pageSize = (parameters.pageSize ?? 100) as number;
  if (pageSize < 1 || pageSize > 1000)
    throw invalidValue(`Invalid value '${pageSize}'. Values must be within the range: [1, 1000]`);
  const test = typeof parameters.q === "string" && parameters.q.trim() !== "" ? readQuery(parameters.q) : () => true;
  const files = ordered(
    [...workspace.files.values()].filter((file) => isVisible(workspace, caller, file) && test(file, caller.user)),
    parameters.orderBy,
  );
  const token = parameters.pageToken;
  const start = token === undefined ? 0 : Number(/^~page(\d+)$/.exec(String(token))?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) throw invalidValue("Invalid Value");
  const end = start + pageSize;
  return {
    kind: "drive#fileList",
    incompleteSearch: false,
    files: files.slice(start, end).map((file) => fileResource(file, caller.user)),
    ...(end < files.length ? { nextPageToken: `~page${end}` } : {}),
  };
}

const fileMethods: Methods = {
  "files.get": {
    verb: "GET",
    path: `${FILES}/{fileId}`,
    parameters: "Params$Resource$Files$Get",
    answer: "File",
    quota: "read",
    defaultFields: ONE,
    run({ workspace, caller, parameters }: Call<unknown>) {
      if (parameters.alt === "media") throw new NotFaked("files.get with alt=media");
      return fileResource(visibleFile(workspace, caller, text(parameters, "fileId")), caller.user);
    },
  },
  "files.list": {
    verb: "GET",
    path: FILES,
    parameters: "Params$Resource$Files$List",
    answer: "FileList",
    quota: "read",
    defaultFields: `kind,nextPageToken,incompleteSearch,files(${ONE})`,
    run: list,
  },
  "files.create": {
    verb: "POST",
    path: FILES,
    parameters: "Params$Resource$Files$Create",
    body: "File",
    answer: "File",
    quota: "write",
    defaultFields: ONE,
    run: create,
  },
  "files.update": {
    verb: "PATCH",
    path: `${FILES}/{fileId}`,
    parameters: "Params$Resource$Files$Update",
    body: "File",
    answer: "File",
    quota: "write",
    defaultFields: ONE,
    run: update,
  },
  "files.delete": {
    verb: "DELETE",
    path: `${FILES}/{fileId}`,
    parameters: "Params$Resource$Files$Delete",
    answer: "",
    quota: "write",
    run(call: Call<unknown>) {
      call.workspace.remove(changeableFile(call, "owner").id);
    },
  },
  "files.export": {
    verb: "GET",
    path: `${FILES}/{fileId}/export`,
    parameters: "Params$Resource$Files$Export",
    answer: "",
    quota: "read",
    run({ workspace, caller, parameters }: Call<unknown>) {
      const file = visibleFile(workspace, caller, text(parameters, "fileId"));
      return exported(workspace, file, text(parameters, "mimeType"));
    },
  },
};

/** The Drive API v3. */
export const driveApi: Api = {
  name: "drive",
  description: readDescription("@googleapis/drive/build/v3.d.ts"),
  methods: { ...fileMethods, ...permissionMethods },
};
