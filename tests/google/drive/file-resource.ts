import type { drive_v3 } from "@googleapis/drive";
import { MIME, mayWrite, ownerOf, roleOf, type StoredFile, type StoredPermission } from "./stored-file";

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();

const EDITORS: Readonly<Record<string, string>> = {
  [MIME.spreadsheet]: "https://docs.google.com/spreadsheets/d/",
  [MIME.document]: "https://docs.google.com/document/d/",
};

const webViewLink = ({ id, mimeType }: StoredFile): string => {
  const editor = EDITORS[mimeType];
  if (editor) return `${editor}${id}/edit?usp=drivesdk`;
  return mimeType === MIME.folder
    ? `https://drive.google.com/drive/folders/${id}`
    : `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
};

/** A person as Drive names them to another. */
export const person = (emailAddress: string, user: string): drive_v3.Schema$User => ({
  kind: "drive#user",
  displayName: emailAddress.split("@")[0] ?? "",
  me: emailAddress === user,
  emailAddress,
});

export const permissionResource = (permission: StoredPermission): drive_v3.Schema$Permission => ({
  kind: "drive#permission",
  ...permission,
});

/** A file as Drive gives it to a person: who shares it is shown to those who may edit only. */
export function fileResource(file: StoredFile, user: string): drive_v3.Schema$File {
  const role = roleOf(file, user);
  const owner = ownerOf(file);
  const canEdit = mayWrite(role);
  return {
    kind: "drive#file",
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === undefined ? {} : { description: file.description }),
    starred: file.starred,
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    ...(role === "owner" || file.parents.some((parent) => !parent.startsWith("root-of-"))
      ? { parents: [...file.parents] }
      : {}),
    ...(file.properties ? { properties: { ...file.properties } } : {}),
    ...(file.appProperties ? { appProperties: { ...file.appProperties } } : {}),
    spaces: ["drive"],
    version: `${file.version}`,
    webViewLink: webViewLink(file),
    createdTime: time(file.createdTime),
    modifiedTime: time(file.modifiedTime),
    owners: [person(owner, user)],
    lastModifyingUser: person(file.lastModifyingUser, user),
    ownedByMe: owner === user,
    shared: file.permissions.length > 1,
    writersCanShare: true,
    capabilities: {
      canEdit,
      canComment: canEdit || role === "commenter",
      canShare: canEdit,
      canRename: canEdit,
      canTrash: role === "owner",
      canDelete: role === "owner",
      canCopy: true,
      canDownload: true,
    },
    ...(canEdit
      ? {
          permissions: file.permissions.map(permissionResource),
          permissionIds: file.permissions.map(({ id }) => id),
        }
      : {}),
  };
}
