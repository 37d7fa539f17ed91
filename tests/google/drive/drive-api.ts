import type { drive_v3 } from "@googleapis/drive";
import { ApiError, NotFaked } from "../api/api-error";
import { descriptionIn } from "../api/description";
import { type Api, type Call, type Methods, text } from "../api/method";
import { newBook } from "../sheets/book";
import { exported } from "./export";
import { fileResource, person } from "./file-resource";
import { invalidValue, listFiles } from "./list-files";
import { permissionMethods } from "./permission-methods";
import { MIME, type StoredFile } from "./stored-file";
import { changeableFile, visibleFile } from "./visible";

const FILES = "/drive/v3/files";
const ONE = "kind,id,name,mimeType";

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

const aboutMethods: Methods = {
  "about.get": {
    verb: "GET",
    path: "/drive/v3/about",
    parameters: "Params$Resource$About$Get",
    answer: "About",
    quota: "read",
    run({ caller, mask }: Call<unknown>) {
      if (mask === undefined) {
        throw new ApiError("INVALID_ARGUMENT", "The 'fields' parameter is required for this method.", "required");
      }
      return { kind: "drive#about", user: person(caller.user, caller.user) };
    },
  },
};

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
    run: listFiles,
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
  description: descriptionIn("@googleapis/drive/build/v3.d.ts"),
  methods: { ...aboutMethods, ...fileMethods, ...permissionMethods },
};
