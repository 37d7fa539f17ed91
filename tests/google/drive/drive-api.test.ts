import type { drive_v3 } from "@googleapis/drive";
import { describe, expect, test } from "vitest";
import { actAs } from "../act-as";
import { ManualClock } from "../clock";
import { ana, ben, refusal } from "../sheets/desk";
import { Workspace } from "../workspace";
import { MIME } from "./stored-file";

function newDrive() {
  const clock = new ManualClock(Date.UTC(2026, 8, 1));
  const workspace = new Workspace({ clock });
  const folder = workspace.addFile(ana, "Notes", MIME.folder).id;
  const first = workspace.addDocument(ana, { title: "PLC 7 Sept", tabs: [] }, { parents: [folder] });
  clock.advance(86_400_000);
  const second = workspace.addDocument(ana, { title: "PLC's log", tabs: [] }, { parents: [folder] });
  const sheet = workspace.addSpreadsheet(ben, "Team workbook");
  const all = actAs(workspace, ana);
  const names = (q: string, more: object = {}) =>
    all.drive<drive_v3.Schema$FileList>("files.list", { q, ...more }).files?.map(({ name }) => name);
  return { workspace, folder, first, second, sheet, all, names };
}

describe("a file", () => {
  test("is given by kind, id, name and type where no fields are asked for", () => {
    const { all, first } = newDrive();
    expect(all.drive("files.get", { fileId: first })).toEqual({
      kind: "drive#file",
      id: first,
      name: "PLC 7 Sept",
      mimeType: MIME.document,
    });
  });

  test("that is not shared is not found, as one that is not there", () => {
    const { all, sheet } = newDrive();
    expect(refusal(() => all.drive("files.get", { fileId: sheet }))).toBe(`404 File not found: ${sheet}.`);
  });

  test("shows its permissions to those who may edit it", () => {
    const { workspace, first } = newDrive();
    workspace.share(first, ben, "reader");
    const seen = (user: string) =>
      actAs(workspace, user).drive("files.get", { fileId: first, fields: "permissions(role),capabilities(canEdit)" });
    expect(seen(ana)).toEqual({
      permissions: [{ role: "owner" }, { role: "reader" }],
      capabilities: { canEdit: true },
    });
    expect(seen(ben)).toEqual({ capabilities: { canEdit: false } });
  });

  test("is changed by writers and thrown away by its owner", () => {
    const { workspace, first } = newDrive();
    workspace.share(first, ben, "writer");
    const writer = actAs(workspace, ben);
    expect(writer.drive("files.update", { fileId: first, fields: "name" }, { name: "New" })).toEqual({ name: "New" });
    expect(refusal(() => writer.drive("files.update", { fileId: first }, { trashed: true }))).toBe(
      "403 The user does not have sufficient permissions for this file.",
    );
    expect(
      actAs(workspace, ana).drive("files.update", { fileId: first, fields: "trashed" }, { trashed: true }),
    ).toEqual({ trashed: true });
  });

  test("made by an app is seen by that app, and nothing else is", () => {
    const { workspace, first } = newDrive();
    const app = actAs(workspace, ana, { project: "app", scopes: ["drive.file"] });
    const made = app.drive<drive_v3.Schema$File>("files.create", {}, { name: "Mine", mimeType: MIME.spreadsheet });
    expect(app.drive<drive_v3.Schema$FileList>("files.list").files?.map(({ id }) => id)).toEqual([made.id]);
    expect(refusal(() => app.drive("files.get", { fileId: first }))).toBe(`404 File not found: ${first}.`);
    expect(app.sheets("spreadsheets.get", { spreadsheetId: made.id })).toMatchObject({ properties: { title: "Mine" } });
  });

  test("takes no field that is worked out", () => {
    const { all } = newDrive();
    expect(refusal(() => all.drive("files.create", {}, { name: "a", webViewLink: "b" }))).toBe(
      "403 The resource body includes fields which are not directly writable.",
    );
  });

  test("changes its modified time when its content is written", () => {
    const { workspace, sheet } = newDrive();
    const { clock } = workspace;
    (clock as ManualClock).advance(1000);
    actAs(workspace, ben).sheets(
      "spreadsheets.values.update",
      { spreadsheetId: sheet, range: "A1", valueInputOption: "RAW" },
      { values: [["x"]] },
    );
    expect(actAs(workspace, ben).drive("files.get", { fileId: sheet, fields: "modifiedTime,version" })).toEqual({
      modifiedTime: new Date(clock.now()).toISOString(),
      version: "2",
    });
  });
});

describe("a search", () => {
  test.each([
    ["name = 'PLC 7 Sept'", ["PLC 7 Sept"]],
    ["name = 'PLC\\'s log'", ["PLC's log"]],
    ["name contains 'plc'", ["PLC 7 Sept", "PLC's log"]],
    ["name contains 'lc'", []],
    ["mimeType = 'application/vnd.google-apps.folder'", ["Notes"]],
    ["mimeType != 'application/vnd.google-apps.folder' and trashed = false", ["PLC 7 Sept", "PLC's log"]],
    ["modifiedTime > '2026-09-01T12:00:00'", ["PLC's log"]],
    ["not name contains 'PLC'", ["Notes"]],
    ["(name = 'Notes' or name contains 'log') and 'me' in owners", ["Notes", "PLC's log"]],
    ["sharedWithMe", []],
  ])("%s", (q, expected) => {
    expect(newDrive().names(q)).toEqual(expected);
  });

  test("goes into a folder, orders and pages", () => {
    const { folder, all, names } = newDrive();
    const q = `'${folder}' in parents`;
    expect(names(q, { orderBy: "modifiedTime desc" })).toEqual(["PLC's log", "PLC 7 Sept"]);
    const page = (pageToken?: string) =>
      all.drive<drive_v3.Schema$FileList>("files.list", { q, pageSize: 1, ...(pageToken ? { pageToken } : {}) });
    const [one, two] = [page(), page(page().nextPageToken ?? "")];
    expect([one, two].map(({ files }) => files?.[0]?.name)).toEqual(["PLC 7 Sept", "PLC's log"]);
    expect(two).not.toHaveProperty("nextPageToken");
  });

  test.each([
    "name",
    "name = Notes",
    "name ~ 'a'",
    "trashed = 'yes'",
    "name = 'a' and",
    "modifiedTime > 'soon'",
    "(name = 'a'",
  ])("%s is refused", (q) => {
    expect(refusal(() => newDrive().names(q))).toBe("400 Invalid Value");
  });
});

describe("permissions", () => {
  test("are given to a person once, and taken away again", () => {
    const { workspace, first, all } = newDrive();
    const share = (role: string) =>
      all.drive<drive_v3.Schema$Permission>(
        "permissions.create",
        { fileId: first },
        { type: "user", role, emailAddress: ben },
      );
    share("reader");
    const { id } = share("writer");
    const list = () =>
      all.drive<drive_v3.Schema$PermissionList>("permissions.list", {
        fileId: first,
        fields: "permissions(role,emailAddress)",
      }).permissions;
    expect(list()).toEqual([
      { role: "owner", emailAddress: ana },
      { role: "writer", emailAddress: ben },
    ]);
    all.drive("permissions.delete", { fileId: first, permissionId: id });
    expect(list()).toHaveLength(1);
    expect(refusal(() => actAs(workspace, ben).drive("files.get", { fileId: first }))).toMatch(/^404/);
  });

  test("without a role are refused", () => {
    const { first, all } = newDrive();
    expect(refusal(() => all.drive("permissions.create", { fileId: first }, { type: "user" }))).toBe(
      "400 The permission role field is required.",
    );
  });
});

test("about.get asks for its fields", () => {
  const { all } = newDrive();
  expect(refusal(() => all.drive("about.get"))).toBe("400 The 'fields' parameter is required for this method.");
  expect(all.drive("about.get", { fields: "user(emailAddress)" })).toEqual({ user: { emailAddress: ana } });
});

test("a spreadsheet is exported as its first sheet, text in quotes where it must be", () => {
  const { workspace, sheet } = newDrive();
  const acting = actAs(workspace, ben);
  acting.sheets(
    "spreadsheets.values.update",
    { spreadsheetId: sheet, range: "A1", valueInputOption: "RAW" },
    { values: [["a,b", 'c"d', 1]] },
  );
  expect(acting.drive<string>("files.export", { fileId: sheet, mimeType: "text/csv" })).toBe('"a,b","c""d",1');
  expect(refusal(() => acting.drive("files.export", { fileId: sheet, mimeType: "image/png" }))).toMatch(/^403/);
});
