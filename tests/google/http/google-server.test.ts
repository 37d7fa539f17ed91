import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive, type drive_v3 } from "@googleapis/drive";
import { auth, sheets } from "@googleapis/sheets";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { scopes } from "../caller";
import { ana, ben } from "../sheets/desk";
import { Workspace } from "../workspace";
import { type GoogleServer, startGoogle } from "./google-server";
import { type HttpFault, seededFaults } from "./http-faults";

const client = { id: "client-1", project: "app", redirectUris: ["https://abc.chromiumapp.org/"] };
const FILE = scopes("drive.file");
let google: GoogleServer;
let workspace: Workspace;
let spreadsheetId: string;
let token: string;

beforeEach(async () => {
  workspace = new Workspace();
  spreadsheetId = workspace.addSpreadsheet(ana, "Team");
  workspace.grant(ana, "app", spreadsheetId);
  google = await startGoogle({ workspace, clients: [client] });
  token = google.oauth.issue("client-1", ana, FILE);
});
afterEach(async () => {
  await google.close();
  expect(google.broken).toBeUndefined();
});

const values = (range: string, suffix = "", query = "") =>
  `${google.url}/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}${suffix}${query}`;
const ask = (url: string, init: RequestInit = {}) =>
  fetch(url, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...init.headers },
  });
const append = () =>
  ask(values("Sheet1!A1:C1", ":append", "?valueInputOption=RAW"), {
    method: "POST",
    body: JSON.stringify({ values: [["id-1"]] }),
  });
const rows = () => workspace.books.get(spreadsheetId)?.sheets[0]?.rows.length;

describe("Google's own client library", () => {
  const credentials = () => {
    const signedIn = new auth.OAuth2();
    signedIn.setCredentials({ access_token: token });
    return { auth: signedIn, rootUrl: `${google.url}/` };
  };

  test("writes, appends, reads and changes a spreadsheet", async () => {
    const api = sheets({ version: "v4", ...credentials() }).spreadsheets;
    const range = "Sheet1!A1:B";
    await api.values.update({ spreadsheetId, range, valueInputOption: "RAW", requestBody: { values: [["a", "=1"]] } });
    const appended = await api.values.append({
      spreadsheetId,
      range,
      valueInputOption: "RAW",
      requestBody: { values: [["b"]] },
    });
    expect(appended.data.updates?.updatedRange).toBe("Sheet1!A2");
    await api.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ addSheet: { properties: { title: "It's" } } }] },
    });
    const read = await api.values.batchGet({ spreadsheetId, ranges: [range, "'It''s'!A1"] });
    expect(read.data.valueRanges?.map((one) => one.values)).toEqual([[["a", "=1"], ["b"]], undefined]);
    const { data } = await api.get({ spreadsheetId, fields: "sheets.properties.title" });
    expect(data.sheets?.map(({ properties }) => properties?.title)).toEqual(["Sheet1", "It's"]);
  });

  test("finds, makes, shares and deletes files", async () => {
    const api: drive_v3.Drive = drive({ version: "v3", ...credentials() });
    const { data: made } = await api.files.create({
      requestBody: { name: "New", mimeType: "application/vnd.google-apps.spreadsheet" },
    });
    const fileId = made.id ?? "";
    await api.permissions.create({ fileId, requestBody: { type: "user", role: "writer", emailAddress: ben } });
    const { data } = await api.files.list({ q: "name = 'New'", fields: "files(id,permissions(emailAddress))" });
    expect(data.files).toEqual([{ id: fileId, permissions: [{ emailAddress: ana }, { emailAddress: ben }] }]);
    expect((await api.files.delete({ fileId })).status).toBe(204);
    await expect(api.files.get({ fileId })).rejects.toMatchObject({ status: 404 });
    expect((await api.about.get({ fields: "user" })).data.user?.emailAddress).toBe(ana);
  });
});

describe("a request is answered in the words of its API", () => {
  const failure = async (answer: Promise<Response>) => {
    const response = await answer;
    return { status: response.status, ...((await response.json()) as { error: object }) };
  };

  test("without a token: 403", async () => {
    const { error, status } = await failure(fetch(values("A1")));
    expect([status, error]).toMatchObject([403, { status: "PERMISSION_DENIED" }]);
  });

  test("with a token that Google does not know: 401, and the header that says so", async () => {
    token = "ya29.other";
    expect((await ask(values("A1"))).headers.get("www-authenticate")).toContain("invalid_token");
    expect(await failure(ask(values("A1")))).toMatchObject({ status: 401, error: { status: "UNAUTHENTICATED" } });
    expect(await failure(ask(`${google.url}/drive/v3/files`))).toMatchObject({
      status: 401,
      error: { errors: [{ reason: "authError" }], message: "Invalid Credentials" },
    });
  });

  test("for a file that this person has not granted: 404", async () => {
    const other = workspace.addSpreadsheet(ana, "Other");
    expect(await failure(ask(`${google.url}/v4/spreadsheets/${other}`))).toEqual({
      status: 404,
      error: { code: 404, message: "Requested entity was not found.", status: "NOT_FOUND" },
    });
    expect(await failure(ask(`${google.url}/drive/v3/files/${other}`))).toMatchObject({
      error: { errors: [{ reason: "notFound", message: `File not found: ${other}.` }], code: 404 },
    });
  });

  test.each([
    ["a parameter too many", "?valueInputOption=RAW&fast=true", "{}", "Cannot bind query parameter"],
    ["a field too many", "?valueInputOption=RAW", '{"rows":[]}', `Unknown name "rows"`],
    ["a body that is not JSON", "?valueInputOption=RAW", "{", "Invalid JSON payload received."],
    ["no input option", "", '{"values":[["a"]]}', "'valueInputOption' is required"],
  ])("for %s: 400", async (_, query, body, words) => {
    expect(await failure(ask(values("A1", "", query), { method: "PUT", body }))).toMatchObject({
      status: 400,
      error: { status: "INVALID_ARGUMENT", message: expect.stringContaining(words) },
    });
  });

  test("for an address that Google does not have: a page, 404", async () => {
    const response = await ask(`${google.url}/v4/spreadsheets/${spreadsheetId}/rows`);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
  });

  test("above the quota: 429", async () => {
    for (let time = 0; time < 60; time++) await (await ask(values("A1"))).text();
    expect(await failure(ask(values("A1")))).toMatchObject({ status: 429, error: { status: "RESOURCE_EXHAUSTED" } });
  });

  test("from a page of another origin, after its preflight", async () => {
    const headers = {
      origin: "https://docs.google.com",
      "access-control-request-method": "PUT",
      "access-control-request-headers": "authorization",
    };
    const preflight = await fetch(values("A1"), { method: "OPTIONS", headers });
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([200, "authorization"]);
    expect((await ask(values("A1"), { headers })).headers.get("access-control-allow-origin")).toBe(
      "https://docs.google.com",
    );
  });
});

test("what is not faked breaks the server, and not in Google's name", async () => {
  const body = JSON.stringify({ requests: [{ randomizeRange: {} }] });
  await expect(
    ask(`${google.url}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { method: "POST", body }),
  ).rejects.toThrow();
  expect(google.broken?.message).toContain("The request randomizeRange is not faked");
  google.broken = undefined;
});

describe("a fault", () => {
  const once = (fault: HttpFault) => {
    google.faults = ({ index }) => (index === 1 ? fault : undefined);
  };

  test.each<[HttpFault, number, number]>([
    [{ kind: "status", code: 429, effect: false, retryAfter: 2 }, 429, 0],
    [{ kind: "status", code: 500, effect: true }, 500, 1],
    [{ kind: "status", code: 502, effect: false }, 502, 0],
    [{ kind: "status", code: 503, effect: true }, 503, 1],
    [{ kind: "slow", milliseconds: 1 }, 200, 1],
    [{ kind: "twice" }, 200, 2],
    [{ kind: "expired" }, 401, 0],
    [{ kind: "withdrawn" }, 401, 0],
  ])("%j answers %i, and %i rows are there", async (fault, status, count) => {
    once(fault);
    const response = await append();
    expect([response.status, rows()]).toEqual([status, count]);
    expect(response.headers.get("retry-after")).toBe("retryAfter" in fault ? `${fault.retryAfter}` : null);
    expect(google.log).toMatchObject([{ method: "sheets.spreadsheets.values.append", status }]);
  });

  test.each([
    ["before", 0],
    ["after", 1],
    ["within", 1],
  ] as const)("cuts the connection %s, and %i rows are there", async (when, count) => {
    once({ kind: "cut", when });
    await expect(append().then((response) => response.text())).rejects.toThrow();
    expect(rows()).toBe(count);
  });

  test("is repeated by its seed and differs between seeds", () => {
    const schedule = (seed: number) => {
      const faults = seededFaults(seed);
      return Array.from({ length: 50 }, (_, index) => faults({ index, method: "m" }));
    };
    expect(schedule(5)).toEqual(schedule(5));
    expect(schedule(5)).not.toEqual(schedule(6));
    const hit = Array.from({ length: 40 }, (_, seed) => schedule(seed).filter((fault) => fault !== undefined).length);
    expect(hit.reduce((sum, count) => sum + count, 0) / 2000).toBeCloseTo(0.3, 1);
  });
});

const openssl = spawnSync("openssl", ["version"]).status === 0;
test.skipIf(!openssl)("answers over HTTPS with a certificate that a browser under test is told to trust", async () => {
  const [key, cert] = ["key", "cert"].map((name) => join(tmpdir(), `google-${process.pid}-${name}.pem`)) as [
    string,
    string,
  ];
  const made = [
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=sheets.googleapis.com",
    "-keyout",
    key,
    "-out",
    cert,
  ];
  execFileSync("openssl", ["req", ...made], { stdio: "ignore" });
  const tls = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  for (const path of [key, cert]) rmSync(path);
  const secure = await startGoogle({ workspace, clients: [client], tls });
  const headers = { authorization: `Bearer ${secure.oauth.issue("client-1", ana, FILE)}` };
  const url = `${secure.url}/v4/spreadsheets/${spreadsheetId}`;
  const status = await new Promise((resolve, reject) => {
    request(url, { headers, rejectUnauthorized: false }, (response) => resolve(response.statusCode))
      .on("error", reject)
      .end();
  });
  await secure.close();
  expect([secure.url.startsWith("https://"), status]).toEqual([true, 200]);
});
