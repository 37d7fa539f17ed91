import type { DriveFile, DriveService } from "../worker/services";
import { switchedOn } from "./switched-on";

const DOCUMENT = "application/vnd.google-apps.document";
const FOLDER = "application/vnd.google-apps.folder";
/** Folders below the chosen one that are looked into at most, and how many in one question. */
const MOST_FOLDERS = 200;
const FOLDERS_AT_ONCE = 20;

const files = () => switchedOn(typeof Drive === "undefined" ? undefined : Drive, "Google Drive API").Files;

/** Google Drive, through its advanced service: what there is and when it changed, never what is in it. */
export const driveService: DriveService = {
  documents: (folder) => {
    if (!folder) return listed(`mimeType = '${DOCUMENT}' and trashed = false`);
    const folders = [folder];
    for (let at = 0; at < folders.length && folders.length < MOST_FOLDERS; ) {
      const group = folders.slice(at, at + FOLDERS_AT_ONCE);
      at += group.length;
      const inside = inAny(group);
      for (const { id } of listed(`${inside} and mimeType = '${FOLDER}' and trashed = false`))
        if (!folders.includes(id)) folders.push(id);
    }
    const found: DriveFile[] = [];
    for (let at = 0; at < folders.length; at += FOLDERS_AT_ONCE) {
      const inside = inAny(folders.slice(at, at + FOLDERS_AT_ONCE));
      found.push(...listed(`${inside} and mimeType = '${DOCUMENT}' and trashed = false`));
    }
    return found;
  },
  document: (id) => {
    const found = files().get(id, { fields: "id,name,modifiedTime,trashed", supportsAllDrives: true });
    if (found.trashed) throw new Error("File not found: it is in the bin.");
    return fileFrom(found);
  },
};

const inAny = (folders: readonly string[]): string =>
  `(${folders.map((id) => `'${id.replace(/[\\']/g, "\\$&")}' in parents`).join(" or ")})`;

function listed(q: string): DriveFile[] {
  const found: DriveFile[] = [];
  let pageToken: string | undefined;
  do {
    const page = files().list({
      q,
      pageSize: 1000,
      fields: "nextPageToken,files(id,name,modifiedTime)",
      supportsAllDrives: true,
      includeItemsFromAllDrives: true,
      ...(pageToken ? { pageToken } : {}),
    });
    for (const file of page.files ?? []) found.push(fileFrom(file));
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

const fileFrom = ({ id, name, modifiedTime }: { id?: string; name?: string; modifiedTime?: string }): DriveFile => ({
  id: id ?? "",
  name: name ?? "",
  modifiedTime: modifiedTime ?? "",
});
