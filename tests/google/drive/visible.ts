import { ApiError } from "../api/api-error";
import { type Call, text } from "../api/method";
import type { Caller } from "../caller";
import type { Workspace } from "../workspace";
import { mayWrite, type Role, roleOf, type StoredFile } from "./stored-file";

export const notFound = (id: string): ApiError => new ApiError("NOT_FOUND", `File not found: ${id}.`, "notFound");

/** Whether a caller sees a file at all: shared with the person, and within reach of the app's scopes. */
export const isVisible = (workspace: Workspace, caller: Caller, file: StoredFile): boolean =>
  roleOf(file, caller.user) !== undefined && workspace.reaches(caller, "drive", file.id);

/** A file that the caller sees, or Drive's 404. */
export function visibleFile(workspace: Workspace, caller: Caller, id: string): StoredFile {
  // "root" is everyone's own folder, which the app cannot see with drive.file.
  const file = workspace.files.get(id === "root" ? `root-of-${caller.user}` : id);
  if (!file || !isVisible(workspace, caller, file)) throw notFound(id);
  return file;
}

/** The file of a call that the person may change, as writer or as owner; Drive's 404 or 403. */
export function changeableFile({ workspace, caller, parameters }: Call<unknown>, least: Role = "writer"): StoredFile {
  const file = visibleFile(workspace, caller, text(parameters, "fileId"));
  const role = roleOf(file, caller.user);
  if (least === "owner" ? role !== "owner" : !mayWrite(role)) {
    throw new ApiError(
      "PERMISSION_DENIED",
      "The user does not have sufficient permissions for this file.",
      "insufficientFilePermissions",
    );
  }
  return file;
}
