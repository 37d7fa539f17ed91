import { type Caller, has, NEEDED, OWN_SCREENS } from "../caller";
import type { QuotaKind } from "../quota";
import type { Workspace } from "../workspace";
import { ApiError, invalid } from "./api-error";
import type { Description } from "./description";
import { type Mask, parseMask, select, unknownPath } from "./field-mask";
import { checkParameters, type Given, type Parameters } from "./parameters";
import { checkBody } from "./validate";

export type ApiName = "sheets" | "docs" | "drive" | "calendar";

/** What a method works with: checked parameters and body, and the mask of its answer. */
export interface Call<Body> {
  readonly workspace: Workspace;
  readonly caller: Caller;
  readonly parameters: Parameters;
  readonly body: Body;
  /** The mask of `fields`, or undefined where none was sent. */
  readonly mask: Mask | undefined;
}

/** One method of a Google API, as its description names it. */
export interface ApiMethod {
  readonly verb: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path with `{name}` for its parameters. */
  readonly path: string;
  readonly parameters: string;
  /** The message of the body; a method without one refuses a body. */
  readonly body?: string;
  /** The message of the answer; "" where it is empty. */
  readonly answer: string;
  readonly quota: QuotaKind;
  /** The fields of the answer where the caller asks for none. */
  readonly defaultFields?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each method names the type of its own body, checked before it runs.
  run(call: Call<any>): unknown;
}

export type Methods = Readonly<Record<string, ApiMethod>>;

export interface Api {
  readonly name: ApiName;
  readonly description: Description;
  readonly methods: Methods;
}

/** A parameter that the method cannot do without, as text. */
export function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== "string" || value === "") throw invalid(`Missing required parameter: ${name}`);
  return value;
}

function maskOf(api: Api, method: ApiMethod, fields: unknown): Mask | undefined {
  if (typeof fields !== "string")
    return method.defaultFields === undefined ? undefined : parseMask(method.defaultFields);
  const mask = parseMask(fields);
  const unknown = method.answer === "" ? undefined : unknownPath(api.description, method.answer, mask);
  if (unknown !== undefined) {
    throw invalid(
      api.name === "drive" ? `Invalid field selection ${unknown}` : "Request contains an invalid argument.",
      [
        {
          "@type": "type.googleapis.com/google.rpc.BadRequest",
          fieldViolations: [
            {
              field: unknown,
              description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`,
            },
          ],
        },
      ],
    );
  }
  return mask;
}

/**
 * Calls a method as Google's front door does: scopes (403), parameters and body against the description (400),
 * quota (429), then the method, then the mask. The answer is plain JSON of its own. Throws `ApiError`.
 */
export function callApi(
  workspace: Workspace,
  api: Api,
  methodName: string,
  caller: Caller,
  given: Given,
  sent?: unknown,
): unknown {
  const method = api.methods[methodName];
  if (!method) throw new Error(`The fakes have no method ${api.name}.${methodName}.`);
  const needed = NEEDED[`${api.name} ${method.quota}` as keyof typeof NEEDED] ?? [];
  if (!has(caller, needed)) {
    throw new ApiError(
      "PERMISSION_DENIED",
      "Request had insufficient authentication scopes.",
      "insufficientPermissions",
    );
  }
  const parameters = checkParameters(api.description, method.parameters, given);
  const body: unknown = sent === undefined ? undefined : JSON.parse(JSON.stringify(sent));
  if (method.body !== undefined) checkBody(api.description, method.body, body ?? {});
  else if (body !== undefined && JSON.stringify(body) !== "{}") {
    throw invalid(
      `Invalid JSON payload received. Unknown name "${Object.keys(body as object)[0]}": Cannot find field.`,
    );
  }
  const mask = maskOf(api, method, parameters.fields);
  if (caller.project !== OWN_SCREENS) workspace.quota.spend(api.name, method.quota, caller.user, caller.project);
  const answer = method.run({ workspace, caller, parameters, body: body ?? {}, mask });
  if (answer === undefined) return undefined;
  return JSON.parse(JSON.stringify(mask === undefined ? answer : select(mask, answer)));
}
