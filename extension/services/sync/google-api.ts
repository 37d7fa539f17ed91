import * as z from "zod/mini";

/** Why Google did not do what was asked. */
export type Failure =
  /** The token ran out or was withdrawn. */
  | { readonly kind: "unsigned" }
  /** This person may not. */
  | { readonly kind: "forbidden" }
  /** There is no such file, or this person has not let Plumbline use it. */
  | { readonly kind: "absent" }
  /** May go well later; whether it had an effect is not known. `retryAfter` in milliseconds, where Google named it. */
  | { readonly kind: "passing"; readonly retryAfter?: number }
  /** Will not go well however often it is asked. */
  | { readonly kind: "refused"; readonly message: string };

export type GoogleAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** Asks Google's APIs in one person's name. */
export type GoogleApi = <Schema extends z.ZodMiniType>(
  method: "GET" | "POST",
  url: string,
  schema: Schema,
  body?: object,
) => Promise<GoogleAnswer<z.infer<Schema>>>;

/** Milliseconds; less than a browser lets its worker wait for an answer. */
const PATIENCE = 25_000;

const errorBody = z.object({
  error: z.object({
    message: z._default(z.string(), ""),
    errors: z.optional(z.array(z.object({ reason: z.optional(z.string()) }))),
  }),
});

/** Makes a caller that holds one token; it never throws. */
export function createGoogleApi(fetch: typeof globalThis.fetch, token: string): GoogleApi {
  return async (method, url, schema, body) => {
    try {
      const response = await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { "content-type": "application/json" } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!response.ok) return { ok: false, failure: await failureOf(response) };
      const parsed = schema.safeParse(await response.json());
      // An answer that ends early or is none of Google's: something stands between, such as a school's sign-in page.
      return parsed.success ? { ok: true, value: parsed.data } : passing();
    } catch {
      return passing();
    }
  };
}

const passing = (retryAfter?: number): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: retryAfter === undefined ? { kind: "passing" } : { kind: "passing", retryAfter },
});

async function failureOf(response: Response): Promise<Failure> {
  const { status } = response;
  if (status === 401) return { kind: "unsigned" };
  if (status === 404) return { kind: "absent" };
  const body = await response
    .json()
    .then((value: unknown) => errorBody.safeParse(value))
    .catch(() => undefined);
  const error = body?.success ? body.data.error : undefined;
  // Drive says "too fast" with 403.
  const tooFast = error?.errors?.some(({ reason }) => /rateLimitExceeded/i.test(reason ?? "")) === true;
  if (status === 403 && !tooFast) return { kind: "forbidden" };
  if (status === 408 || status === 429 || status >= 500 || tooFast) return passing(retryAfterOf(response)).failure;
  return { kind: "refused", message: error?.message ?? `Google answered ${status}.` };
}

/** Milliseconds to wait, from seconds or a date. */
function retryAfterOf(response: Response): number | undefined {
  const said = response.headers.get("retry-after");
  if (!said) return undefined;
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined;
}
