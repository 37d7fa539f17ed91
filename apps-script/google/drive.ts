import type { DriveFile, DriveService } from "../worker/services";
import { switchedOn } from "./switched-on";

const DOCUMENT = "application/vnd.google-apps.document";
const FOLDER = "application/vnd.google-apps.folder";
/** Folders below the chosen one that are looked into at most, and how many in one question. */
const MOST_FOLDERS = 200;
const FOLDERS_AT_ONCE = 20;

const files = () => switchedOn(typeof Drive === "undefined" ? undefined : Drive, "Google Drive API").Files;

/** UTF-16 units of a title that is asked for by itself, and of the titles in one question, as the address holds them. */
const LONGEST_TITLE = 100;
const LONGEST_TITLES = 4000;

/** Google Drive, through its advanced service: what there is and when it changed, never what is in it. */
export const driveService: DriveService = {
  documents: (folder) => {
    // Of a folder that it does not show, Drive may as well say that it is empty.
    const { mimeType, trashed } = files().get(folder, { fields: "mimeType,trashed", supportsAllDrives: true });
    if (trashed) throw new Error("Folder not found: it is in the bin.");
    if (mimeType !== FOLDER) throw new Error("Folder not found: it is something else.");
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
  named: (titles) =>
    questionsFor(titles).flatMap((question) =>
      listed(`(${question}) and mimeType = '${DOCUMENT}' and trashed = false`),
    ),
  document: (id) => {
    const found = files().get(id, { fields: "id,name,modifiedTime,trashed", supportsAllDrives: true });
    if (found.trashed) throw new Error("File not found: it is in the bin.");
    return fileFrom(found);
  },
};

const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

const inAny = (folders: readonly string[]): string =>
  `(${folders.map((id) => `${quoted(id)} in parents`).join(" or ")})`;

/** Questions for files of these titles, each short enough for an address. */
function questionsFor(titles: readonly string[]): readonly string[] {
  const questions: string[] = [];
  let room = 0;
  for (const title of new Set(titles)) {
    if (!title || title.length > LONGEST_TITLE) continue;
    const part = `name = ${quoted(title)}`;
    const length = encodeURIComponent(` or ${part}`).length;
    room -= length;
    if (room >= 0) questions.push(`${questions.pop()} or ${part}`);
    else {
      questions.push(part);
      room = LONGEST_TITLES - length;
    }
  }
  return questions;
}

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
