import { type Answer, html, json } from "./answers";
import type { OAuth } from "./oauth";

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function authorize(oauth: OAuth, url: URL): Answer {
  const decision = url.searchParams.get("decision");
  const answer = oauth.authorize(url.searchParams, decision === "allow" || decision === "deny" ? decision : undefined);
  if (answer.kind === "redirect") return { status: 302, headers: { location: answer.to }, body: "" };
  if (answer.kind === "error") {
    const words = answer.code === "sign_in_required" ? "Sign in" : `Access blocked. Error 400: ${answer.code}`;
    return html(answer.code === "sign_in_required" ? 200 : 400, `<title>Google</title><h1>${escaped(words)}</h1>`);
  }
  const link = (choice: string, words: string): string => {
    const to = new URL(url);
    to.searchParams.set("decision", choice);
    return `<a id="${choice}" href="${escaped(`${to.pathname}${to.search}`)}">${words}</a>`;
  };
  return html(
    200,
    `<title>Sign in with Google</title><h1>${escaped(answer.client)} wants access</h1>
<ul>${answer.scopes.map((scope) => `<li>${escaped(scope)}</li>`).join("")}</ul>${link("allow", "Continue")} ${link("deny", "Cancel")}`,
  );
}

function revoke(oauth: OAuth, url: URL, body: string): Answer {
  const token = new URLSearchParams(body).get("token") ?? url.searchParams.get("token") ?? "";
  if (oauth.withdraw(token)) return json(200, {});
  return json(400, { error: "invalid_token", error_description: "Token expired or revoked" });
}

/** Google's sign-in addresses, or undefined for another address. */
export function answerOAuth(oauth: OAuth, verb: string, url: URL, body: string): Answer | undefined {
  if (url.pathname === "/o/oauth2/v2/auth" && verb === "GET") return authorize(oauth, url);
  if (url.pathname === "/revoke" && verb === "POST") return revoke(oauth, url, body);
  if (url.pathname !== "/tokeninfo") return undefined;
  const info = oauth.info(url.searchParams.get("access_token") ?? "");
  return info ? json(200, info) : json(400, { error: "invalid_token", error_description: "Invalid Value" });
}
