export const MIME = {
  spreadsheet: "application/vnd.google-apps.spreadsheet",
  document: "application/vnd.google-apps.document",
  folder: "application/vnd.google-apps.folder",
} as const;

export type Role = "owner" | "writer" | "commenter" | "reader";

export interface StoredPermission {
  readonly id: string;
  readonly type: "user" | "group" | "domain" | "anyone";
  readonly role: Role;
  /** For a person or group. */
  readonly emailAddress?: string;
  /** For everyone of a domain. */
  readonly domain?: string;
}

/** What Drive keeps of a file besides its content. Times are milliseconds since 1970. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly permissions: readonly StoredPermission[];
  readonly createdTime: number;
  readonly modifiedTime: number;
  readonly version: number;
  readonly trashed: boolean;
  readonly starred: boolean;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly appProperties?: Readonly<Record<string, string>>;
  readonly lastModifyingUser: string;
}

const RANK: readonly Role[] = ["reader", "commenter", "writer", "owner"];
const domainOf = (user: string): string => user.slice(user.indexOf("@") + 1);

/** The most that a person may do with a file, or undefined where the file is not shared with them. */
export function roleOf(file: StoredFile, user: string): Role | undefined {
  const roles = file.permissions
    .filter(
      ({ type, emailAddress, domain }) =>
        type === "anyone" || (type === "domain" ? domain === domainOf(user) : emailAddress === user),
    )
    .map(({ role }) => RANK.indexOf(role));
  return RANK[Math.max(-1, ...roles)];
}

export const mayWrite = (role: Role | undefined): boolean => role === "writer" || role === "owner";

/** The person who owns a file. */
export const ownerOf = (file: StoredFile): string =>
  file.permissions.find(({ role }) => role === "owner")?.emailAddress ?? "";

/** The people, by address, who may edit a file. */
export const editorsOf = (file: StoredFile): readonly string[] =>
  file.permissions.flatMap(({ role, emailAddress }) => (mayWrite(role) && emailAddress ? [emailAddress] : []));
