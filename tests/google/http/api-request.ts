import type { IncomingMessage } from "node:http";
import { ApiError, CODES, invalid, type Status } from "../api/api-error";
import { callApi } from "../api/method";
import type { Workspace } from "../workspace";
import { type Answer, errorAnswer, json } from "./answers";
import type { HttpFault } from "./http-faults";
import type { OAuth } from "./oauth";
import type { Route } from "./routes";

export interface ApiRequest {
  readonly workspace: Workspace;
  readonly oauth: OAuth;
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const UNSIGNED =
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";
const BAD_TOKEN =
  "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";
const BEARER = { "www-authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"' };

/** The token of a request, from its header or its query. */
export const tokenOf = ({ headers, query }: Pick<ApiRequest, "headers" | "query">): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? query.get("access_token") ?? undefined;

function bodyOf({ route, headers, body }: ApiRequest): unknown {
  if (body === "") return undefined;
  if (route.method.verb === "GET") throw invalid("A GET request must not have a body.");
  if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) {
    throw invalid(`Invalid content type: ${headers["content-type"] ?? "none"}. Send application/json.`);
  }
  try {
    return JSON.parse(body);
  } catch (error) {
    throw invalid(`Invalid JSON payload received. ${error instanceof Error ? error.message : ""}`);
  }
}

function givenOf({ path, query }: ApiRequest): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    given[name] = values.length > 1 ? values : values[0];
  }
  if (given.alt !== undefined && given.alt !== "json") throw invalid(`Invalid value "${String(given.alt)}" for alt.`);
  return { ...given, ...path };
}

/** Carries a request out, once, and gives Google's answer to it. */
export function answerApi(request: ApiRequest): Answer {
  const { route, oauth, workspace } = request;
  const { api, name, method } = route;
  try {
    const token = tokenOf(request);
    if (token === undefined) throw new ApiError("PERMISSION_DENIED", UNSIGNED, "forbidden");
    const caller = oauth.caller(token);
    if (!caller) {
      const message = api.name === "drive" ? "Invalid Credentials" : BAD_TOKEN;
      return errorAnswer(api.name, new ApiError("UNAUTHENTICATED", message, "authError"), BEARER);
    }
    const answer = callApi(workspace, api, name, caller, givenOf(request), bodyOf(request));
    if (name === "files.export") {
      return { status: 200, headers: { "content-type": request.query.get("mimeType") ?? "" }, body: String(answer) };
    }
    return method.answer === "" ? { status: 204, headers: {}, body: "" } : json(200, answer);
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(api.name, error);
    throw error;
  }
}

const MESSAGES: Readonly<Record<number, readonly [Status, string]>> = {
  429: ["RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."],
  500: ["INTERNAL", "Internal error encountered."],
  503: ["UNAVAILABLE", "The service is currently unavailable."],
};

/** The error that a fault answers with; a 502 comes from in front of the API, as a page. */
export function faultAnswer(route: Route, fault: Extract<HttpFault, { kind: "status" }>): Answer {
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { "retry-after": `${fault.retryAfter}` };
  const known = MESSAGES[fault.code];
  if (!known) {
    return {
      status: fault.code,
      headers: { "content-type": "text/html; charset=UTF-8", ...headers },
      body: "<!doctype html><title>Error 502 (Server Error)!!1</title><p>The server encountered a temporary error.</p>",
    };
  }
  const [status, message] = known;
  if (CODES[status] !== fault.code) throw new Error(`No answer is known for ${fault.code}.`);
  return errorAnswer(route.api.name, new ApiError(status, message, "backendError"), headers);
}
