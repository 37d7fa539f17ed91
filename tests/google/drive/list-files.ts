import type { drive_v3 } from "@googleapis/drive";
import { ApiError, NotFaked } from "../api/api-error";
import type { Call } from "../api/method";
import { fileResource } from "./file-resource";
import { readQuery } from "./query";
import { MIME, type StoredFile } from "./stored-file";
import { isVisible } from "./visible";

/** A 400 of Drive's. */
export const invalidValue = (message: string): ApiError => new ApiError("INVALID_ARGUMENT", message, "invalid");

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

/** The files that a caller sees and a search asks for, ordered and by pages. */
export function listFiles(call: Call<unknown>): drive_v3.Schema$FileList {
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
