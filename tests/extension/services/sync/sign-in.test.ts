import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authorize, type Flow } from "../../../../extension/services/sync/sign-in/authorize";
import { clientId } from "../../../../extension/services/sync/sign-in/client-id";
import { redirectAddress } from "../../../../extension/services/sync/sign-in/redirect";
import { createSession, type HeldToken, type Item } from "../../../../extension/services/sync/sign-in/session";
import { scopes } from "../../../google/caller";
import { ana, ben, CLIENT, openSchool, REDIRECT, type School } from "./school";

let school: School;
beforeEach(async () => {
  school = await openSchool();
});
afterEach(() => school.google.close());

/** What the browser does: follows Google's page to the address that it leads back to. */
const flow = (urls: URL[] = []): Flow => ({
  redirect: REDIRECT,
  launch: async (url, interactive) => {
    urls.push(new URL(url));
    const to = (await fetch(url, { redirect: "manual" })).headers.get("location");
    if (!to) throw new Error(interactive ? "The user did not approve access." : "User interaction required.");
    return to;
  },
  reachable: async () => true,
});
const item = <Value>(value: Value): Item<Value> & { now: Value } => ({
  now: value,
  async getValue() {
    return this.now;
  },
  async setValue(next) {
    this.now = next;
  },
});

function person(own: Partial<{ flow: Flow; client: string | undefined }> = {}) {
  const { url } = school.google;
  const account = item<{ readonly address: string } | null>(null);
  const held = item<HeldToken | null>(null);
  const urls: URL[] = [];
  let states = 0;
  const session = createSession({
    flow: own.flow ?? flow(urls),
    google: { sheets: url, drive: url, signIn: url, tokens: url },
    fetch,
    clientId: async () => ("client" in own ? own.client : CLIENT),
    account,
    held,
    now: () => school.clock.now(),
    unguessable: () => `state-${states++}`,
  });
  return { session, account, held, urls };
}

describe("signing in", () => {
  test("is off until the person asks for it", async () => {
    const { session, urls } = person();
    expect(await session.token()).toEqual({ is: "signed out" });
    expect(urls).toEqual([]);
  });

  test("asks for single files only and for no secret, lets the person choose an account, and knows whose it is", async () => {
    const { session, account, urls } = person();
    expect(await session.signIn()).toMatchObject({ ok: true, address: ana });
    expect(account.now).toEqual({ address: ana });
    expect(Object.fromEntries(urls[0]?.searchParams ?? [])).toEqual({
      client_id: CLIENT,
      redirect_uri: REDIRECT,
      response_type: "token",
      scope: "https://www.googleapis.com/auth/drive.file",
      state: "state-0",
      prompt: "select_account",
    });
  });

  test("without a client id asks Google for nothing", async () => {
    const { session, urls } = person({ client: undefined });
    expect([await session.signIn(), urls]).toEqual([undefined, []]);
  });

  test("that the person declines changes nothing", async () => {
    school.google.oauth.consent = "deny";
    school.google.oauth.withdraw(school.google.oauth.issue(CLIENT, ana, scopes("drive.file")));
    const { session, account, held } = person();
    expect(await session.signIn()).toEqual({ ok: false, why: "declined" });
    expect([account.now, held.now]).toEqual([null, null]);
  });

  test("with the box for files left empty says so", async () => {
    school.google.oauth.person = ben;
    school.google.oauth.withheld = scopes("drive.file");
    expect(await person().session.signIn()).toEqual({ ok: false, why: "unticked" });
  });

  test.each([
    ["another state", `${REDIRECT}#state=other&access_token=t&scope=https://www.googleapis.com/auth/drive.file`],
    ["no state", `${REDIRECT}#access_token=t&scope=https://www.googleapis.com/auth/drive.file`],
    ["another address", "https://example.org/#state=s&access_token=t"],
    ["no token", `${REDIRECT}#state=s`],
  ])("takes no answer with %s", async (_, back) => {
    const answer = await authorize(
      { redirect: REDIRECT, launch: async () => back, reachable: async () => true },
      { signIn: "", clientId: CLIENT, interactive: true, state: "s" },
    );
    expect(answer).toEqual({ ok: false, why: "not ours" });
  });
});

describe("a token", () => {
  test("is used until shortly before it ends, then renewed without the person", async () => {
    const { session, urls } = person();
    await session.signIn();
    const first = await session.token();
    expect(await session.token()).toEqual(first);
    school.clock.advance(3_540_000);
    const second = await session.token();
    expect(second).toMatchObject({ is: "token" });
    expect(second).not.toEqual(first);
    expect(Object.fromEntries(urls[1]?.searchParams ?? [])).toMatchObject({ prompt: "none", login_hint: ana });
    expect(urls).toHaveLength(2);
  });

  test("that Google refused is not used again", async () => {
    const { session } = person();
    const signed = await session.signIn();
    const refused = signed?.ok ? signed.token : "";
    expect(await session.token(refused)).not.toEqual({ is: "token", token: refused });
  });

  test("cannot be renewed once the person took the rights away: they are asked to sign in", async () => {
    const { session, held, account } = person();
    await session.signIn();
    school.google.oauth.withdraw(held.now?.token ?? "");
    expect(await session.token(held.now?.token)).toEqual({ is: "sign in" });
    expect([held.now, account.now]).toEqual([null, { address: ana }]);
  });

  test.each([
    ["is asked for later where Chrome has no network", "Authorization page could not be loaded.", true, "later"],
    ["is asked for later where Firefox has no network", "Requires user interaction", false, "later"],
    ["needs the person where Google shows them a page", "Requires user interaction", true, "sign in"],
  ])("%s", async (_, words, reached, is) => {
    const silent: Flow = {
      redirect: REDIRECT,
      launch: () => Promise.reject(new Error(words)),
      reachable: async () => reached,
    };
    const { session, account } = person({ flow: silent });
    account.now = { address: ana };
    expect(await session.token()).toEqual({ is });
  });
});

test("signing out revokes what was allowed and forgets the token", async () => {
  const { session, account, held } = person();
  const signed = await session.signIn();
  expect(await session.signOut()).toBe(true);
  expect([account.now, held.now]).toEqual([null, null]);
  expect(school.google.oauth.caller(signed?.ok ? signed.token : "")).toBeUndefined();
  expect(await session.token()).toEqual({ is: "signed out" });
});

test.each([
  ["https://cabejnjm.chromiumapp.org/", "https://cabejnjm.chromiumapp.org/"],
  ["https://4f1e9a58.extensions.allizom.org/", "http://127.0.0.1/mozoauth2/4f1e9a58"],
])("from %s, Google sends the person back to %s", (own, redirect) => {
  expect(redirectAddress(own)).toBe(redirect);
});

describe("the client id", () => {
  const built = "9-b.apps.googleusercontent.com";
  test.each<[string, () => Promise<Record<string, unknown>>, string | undefined, string | undefined]>([
    ["is the policy's before the built one", async () => ({ googleClientId: CLIENT }), built, CLIENT],
    ["is the built one without a policy", () => Promise.reject(new Error("no managed storage")), built, built],
    ["is the built one where the policy's is none", async () => ({ googleClientId: "https://x" }), built, built],
    ["is none where nobody gave one", async () => ({}), undefined, undefined],
  ])("%s", async (_, managed, own, expected) => {
    expect(await clientId(managed, own)).toBe(expected);
  });
});
