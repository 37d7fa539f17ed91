import type { ServerResponse } from "node:http";
import type { ApiError } from "../api/api-error";
import type { ApiName } from "../api/method";

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = "application/json; charset=UTF-8";

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "content-type": JSON_TYPE, ...headers },
  body: `${JSON.stringify(body, null, 2)}\n`,
});

export const html = (status: number, body: string): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=UTF-8" },
  body: `<!doctype html>${body}`,
});

/** An error in the envelope of its API: Sheets and Docs have a status, Drive a list of reasons. */
export function errorAnswer(api: ApiName, error: ApiError, headers: Readonly<Record<string, string>> = {}): Answer {
  const { code, message, status, reason = "badRequest", details } = error;
  const envelope =
    api === "drive"
      ? { errors: [{ message, domain: "global", reason }], code, message }
      : { code, message, status, ...(details ? { details } : {}) };
  return json(code, { error: envelope }, headers);
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
