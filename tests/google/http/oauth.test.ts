import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { scopes } from "../caller";
import { ManualClock } from "../clock";
import { ana } from "../sheets/desk";
import { Workspace } from "../workspace";
import { type GoogleServer, startGoogle } from "./google-server";

const FILE = scopes("drive.file").join(" ");
const redirect = "https://abc.chromiumapp.org/";
const clock = new ManualClock();
let google: GoogleServer;

beforeEach(async () => {
  google = await startGoogle({
    workspace: new Workspace({ clock }),
    clients: [{ id: "client-1", project: "app", redirectUris: [redirect, "http://127.0.0.1/mozoauth2/abc"] }],
  });
  google.oauth.person = ana;
});
afterEach(() => google.close());

const authorize = (query: Record<string, string> = {}) => {
  const all = {
    client_id: "client-1",
    redirect_uri: redirect,
    response_type: "token",
    scope: FILE,
    state: "s-1",
    ...query,
  };
  return fetch(`${google.url}/o/oauth2/v2/auth?${new URLSearchParams(all)}`, { redirect: "manual" });
};
/** What comes back to the app in the fragment. */
const fragment = async (query: Record<string, string> = {}) => {
  const to = new URL((await authorize(query)).headers.get("location") ?? "about:blank");
  return { to: `${to.origin}${to.pathname}`, ...Object.fromEntries(new URLSearchParams(to.hash.slice(1))) };
};
const info = (token: string) => fetch(`${google.url}/tokeninfo?access_token=${token}`);
const revoke = (token: string) =>
  fetch(`${google.url}/revoke`, { method: "POST", body: new URLSearchParams({ token }) });

describe("signing in", () => {
  test("comes back with a token of an hour, the scopes and the state", async () => {
    const { access_token: token = "", ...rest } = (await fragment()) as Record<string, string>;
    expect(rest).toEqual({ to: redirect, state: "s-1", token_type: "Bearer", expires_in: "3599", scope: FILE });
    expect(await (await info(token)).json()).toMatchObject({ aud: "client-1", scope: FILE, expires_in: "3599" });
    clock.advance(3_600_000);
    expect([(await info(token)).status, google.oauth.caller(token)]).toEqual([400, undefined]);
  });

  test.each([
    [{ client_id: "other" }, "invalid_client"],
    [{ redirect_uri: `${redirect}x` }, "redirect_uri_mismatch"],
    [{ response_type: "code" }, "unsupported_response_type"],
    [{ scope: "" }, "invalid_request"],
    [{ scope: "everything" }, "invalid_scope"],
  ])("with %j stays on Google's error page: %s", async (query, code) => {
    const response = await authorize(query);
    expect([response.status, await response.text()]).toMatchObject([400, expect.stringContaining(code)]);
  });

  test("comes back with access_denied where the person declines", async () => {
    google.oauth.consent = "deny";
    expect(await fragment()).toEqual({ to: redirect, state: "s-1", error: "access_denied" });
  });

  test("gives only the scopes whose boxes the person left ticked", async () => {
    const email = scopes("userinfo.email")[0] ?? "";
    google.oauth.withheld = [FILE];
    expect(await fragment({ scope: `${FILE} ${email}` })).toMatchObject({ scope: email });
  });

  test("asks on a page whose answers lead back", async () => {
    google.oauth.consent = "ask";
    const page = await (await authorize()).text();
    const href = /id="deny" href="([^"]+)"/.exec(page)?.[1]?.replace(/&#38;/g, "&") ?? "";
    const answer = await fetch(`${google.url}${href}`, { redirect: "manual" });
    expect(answer.headers.get("location")).toBe(`${redirect}#state=s-1&error=access_denied`);
  });
});

describe("silent renewal", () => {
  test("works once the person has agreed, and only while they are signed in to Google", async () => {
    const renew = { prompt: "none" };
    expect(await fragment(renew)).toMatchObject({ error: "interaction_required" });
    await fragment();
    expect(await fragment(renew)).toHaveProperty("access_token");
    google.oauth.person = undefined;
    expect(await fragment(renew)).toMatchObject({ error: "interaction_required" });
  });

  test("ends when the token is revoked, with all other tokens of the app", async () => {
    const [first, second] = [await fragment(), await fragment()] as Record<string, string>[];
    expect((await revoke(first?.access_token ?? "")).status).toBe(200);
    expect((await info(second?.access_token ?? "")).status).toBe(400);
    expect(await fragment({ prompt: "none" })).toMatchObject({ error: "interaction_required" });
    const again = await revoke(first?.access_token ?? "");
    expect([again.status, await again.json()]).toEqual([
      400,
      { error: "invalid_token", error_description: "Token expired or revoked" },
    ]);
  });
});
