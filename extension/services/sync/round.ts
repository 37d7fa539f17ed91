import type { SyncTrouble } from "../../db";
import type { Place } from "../../protocol";
import { backoff } from "./backoff";
import { exchange } from "./exchange";
import { createGoogleApi, type Failure } from "./google-api";
import type { SyncStore } from "./sync-store";

/** A token for Google, or why there is none. */
export type TokenAnswer =
  | { readonly is: "token"; readonly token: string }
  /** This person does not want to be signed in. */
  | { readonly is: "signed out" }
  /** A person has to sign in again. */
  | { readonly is: "sign in" }
  /** Could not be renewed for a passing reason. */
  | { readonly is: "later" };

/** What a round needs, from outside. */
export interface RoundParts {
  readonly store: SyncStore;
  readonly fetch: typeof globalThis.fetch;
  readonly sheets: string;
  /** A token; never the one that Google just refused. */
  token(refused?: string): Promise<TokenAnswer>;
  /** Id of the workbook, or `undefined` while none is chosen. */
  workbook(): Promise<string | undefined>;
  now(): number;
  /** From 0 up to 1. */
  random(): number;
}

export type Round =
  | { readonly is: "done"; readonly sent: number; readonly received: number; readonly places: readonly Place[] }
  /** Nobody is signed in, or no workbook is chosen. */
  | { readonly is: "off" }
  /** Nothing was lost; to be tried again then (milliseconds since 1970). */
  | { readonly is: "later"; readonly notBefore: number }
  | { readonly is: "stuck"; readonly trouble: SyncTrouble };

/** Tokens tried within one round. */
const TOKENS = 3;
/** Milliseconds after which a trouble that needs a person is looked at again, since a person may have mended it elsewhere. */
const LOOK_AGAIN = 60 * 60_000;

/**
 * Brings this computer and the workbook together once. All state is in the store, so that the browser may be closed at any
 * point. `asked`: a person wants it now, whatever was agreed on waiting. Only one at a time: the caller sees to that.
 */
export async function round(parts: RoundParts, asked = false): Promise<Round> {
  const { store, now } = parts;
  const workbook = await parts.workbook();
  if (workbook === undefined) return { is: "off" };
  const before = await store.state();
  if (!asked && now() < before.notBefore) return { is: "later", notBefore: before.notBefore };

  const stuck = async (trouble: SyncTrouble): Promise<Round> => {
    await store.setState({ ...before, trouble, failures: 0, notBefore: now() + LOOK_AGAIN });
    return { is: "stuck", trouble };
  };
  const later = async (retryAfter?: number): Promise<Round> => {
    const failures = before.failures + 1;
    const notBefore = now() + backoff(failures, parts.random, retryAfter);
    const { trouble: _, ...rest } = before;
    await store.setState({ ...rest, failures, notBefore });
    return { is: "later", notBefore };
  };

  let refused: string | undefined;
  for (let tried = 0; tried < TOKENS; tried++) {
    const access = await parts.token(refused);
    if (access.is === "signed out") return { is: "off" };
    if (access.is === "sign in") return stuck("sign in");
    if (access.is === "later") return later();
    const api = createGoogleApi(parts.fetch, access.token);
    const answer = await exchange(api, store, { sheets: parts.sheets, workbook });
    if (answer.ok) {
      const { bad, places, sent, received } = answer.value;
      await store.setState({ failures: 0, notBefore: 0, lastDone: now(), bad });
      return { is: "done", sent, received, places };
    }
    const { failure } = answer;
    if (failure.kind === "unsigned") refused = access.token;
    else if (failure.kind === "passing") return later(failure.retryAfter);
    else return stuck(failure.kind === "lacks" ? failure.trouble : troubleOf(failure));
  }
  return later();
}

const troubleOf = ({ kind }: Exclude<Failure, { kind: "unsigned" | "passing" }>): SyncTrouble => kind;
