import { expect, test } from "vitest";
import * as z from "zod/mini";
import { createGoogleApi, type Failure } from "../../../../extension/services/sync/google-api";

const drive = (reason: string) => JSON.stringify({ error: { message: "No.", errors: [{ reason }] } });
const sheets = (message: string) => JSON.stringify({ error: { message, status: "X" } });

const call = (response: () => Response | Promise<Response>) =>
  createGoogleApi(async () => response(), "token")(
    "GET",
    "https://sheets.googleapis.com/",
    z.object({ a: z.string() }),
  );

test.each<[string, Response, Failure]>([
  ["a token that is no longer good", new Response("", { status: 401 }), { kind: "unsigned" }],
  ["no such file", new Response(sheets("Not found"), { status: 404 }), { kind: "absent" }],
  ["a person who may not", new Response(sheets("No"), { status: 403 }), { kind: "forbidden" }],
  ["Drive's way to say: too fast", new Response(drive("userRateLimitExceeded"), { status: 403 }), { kind: "passing" }],
  ["a page of an error", new Response("<title>502</title>", { status: 502 }), { kind: "passing" }],
  [
    "a time to wait",
    new Response("", { status: 429, headers: { "retry-after": "7" } }),
    { kind: "passing", retryAfter: 7000 },
  ],
  [
    "a time that cannot be read",
    new Response("", { status: 503, headers: { "retry-after": "soon" } }),
    { kind: "passing" },
  ],
  [
    "a request that is wrong",
    new Response(sheets("Bad range"), { status: 400 }),
    { kind: "refused", message: "Bad range" },
  ],
  ["an answer that is cut off", new Response('{"a":"b'), { kind: "passing" }],
  ["the sign-in page of a school's network", new Response("<html>"), { kind: "passing" }],
  ["an answer of another form", new Response('{"a":1}'), { kind: "passing" }],
])("%s is told apart", async (_, response, failure) => {
  expect(await call(() => response)).toEqual({ ok: false, failure });
});

test("a date to wait for counts from now and never backwards", async () => {
  const later = async (at: number) => {
    const headers = { "retry-after": new Date(at).toUTCString() };
    const answer = await call(() => new Response("", { status: 503, headers }));
    return !answer.ok && answer.failure.kind === "passing" ? answer.failure.retryAfter : undefined;
  };
  const wait = await later(Date.now() + 3_600_000);
  expect(wait).toBeGreaterThan(3_500_000);
  expect(wait).toBeLessThanOrEqual(3_600_000);
  expect(await later(0)).toBe(0);
});

test("no network is no exception", async () => {
  expect(await call(() => Promise.reject(new TypeError("Failed to fetch")))).toEqual({
    ok: false,
    failure: { kind: "passing" },
  });
});
