/** Only files that the person makes or opens with Plumbline; Google calls it not sensitive. */
const SCOPE = "https://www.googleapis.com/auth/drive.file";

/** How the browser shows Google's pages and hears what comes back. */
export interface Flow {
  /** Where Google sends the person back to; it has to be registered with the client. */
  readonly redirect: string;
  /** Gives the address that was come back to. Rejects where the person closed the window, or without one where one is needed. */
  launch(url: string, interactive: boolean): Promise<string>;
  /** Whether Google can be reached just now. */
  reachable(): Promise<boolean>;
}

export interface Asked {
  readonly signIn: string;
  readonly clientId: string;
  /** With a window for the person; else silently or not at all. */
  readonly interactive: boolean;
  /** Whose account to renew. */
  readonly address?: string;
  /** Unguessable; tells Google's answer to this question from any other. */
  readonly state: string;
}

export type Authorized =
  | { readonly ok: true; readonly token: string; readonly seconds: number }
  /** `declined`: the person said no, or closed the window. `unticked`: signed in, but without the box for files. */
  | { readonly ok: false; readonly why: "declined" | "unticked" | "needs a person" | "not ours" | "offline" };

/** Asks Google for a token, as a client without a secret does (`response_type=token`). Never throws. */
export async function authorize(flow: Flow, asked: Asked): Promise<Authorized> {
  const query = new URLSearchParams({
    client_id: asked.clientId,
    redirect_uri: flow.redirect,
    response_type: "token",
    scope: SCOPE,
    state: asked.state,
    prompt: asked.interactive ? "select_account" : "none",
    ...(asked.address ? { login_hint: asked.address } : {}),
  });
  let back: string;
  try {
    back = await flow.launch(`${asked.signIn}/o/oauth2/v2/auth?${query}`, asked.interactive);
  } catch (error) {
    // The words are Chrome's. Firefox says the same when Google cannot be reached as when Google wants to see the person.
    const words = error instanceof Error ? error.message : "";
    if (/could not be loaded/i.test(words) || !(await flow.reachable())) return { ok: false, why: "offline" };
    return { ok: false, why: asked.interactive ? "declined" : "needs a person" };
  }
  return readAnswer(back, flow.redirect, asked);
}

function readAnswer(back: string, redirect: string, { state, interactive }: Asked): Authorized {
  if (!back.startsWith(redirect)) return { ok: false, why: "not ours" };
  const answer = new URLSearchParams(back.slice(back.indexOf("#") + 1));
  if (answer.get("state") !== state) return { ok: false, why: "not ours" };
  const error = answer.get("error");
  if (error) return { ok: false, why: interactive && error === "access_denied" ? "declined" : "needs a person" };
  const token = answer.get("access_token");
  if (!token) return { ok: false, why: "not ours" };
  // People can leave the box for files empty and be signed in all the same.
  if (!(answer.get("scope") ?? "").split(" ").includes(SCOPE)) return { ok: false, why: "unticked" };
  return { ok: true, token, seconds: Number(answer.get("expires_in") ?? 0) };
}
