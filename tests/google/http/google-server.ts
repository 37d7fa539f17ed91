import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as later } from "node:timers/promises";
import type { Workspace } from "../workspace";
import { type Answer, html, send } from "./answers";
import { type ApiRequest, answerApi, faultAnswer, tokenOf } from "./api-request";
import { type HttpFault, type HttpFaults, noHttpFaults } from "./http-faults";
import { type Client, OAuth } from "./oauth";
import { answerOAuth } from "./oauth-request";
import { routeOf } from "./routes";

/** One request as the server met it. */
export interface Logged {
  readonly method: string;
  readonly fault: HttpFault | undefined;
  /** 0 where the connection was cut. */
  readonly status: number;
}

/** Google's Sheets, Drive, Docs and sign-in under one local address; the paths are those of the real hosts. */
export interface GoogleServer {
  readonly url: string;
  readonly oauth: OAuth;
  readonly log: readonly Logged[];
  /** What goes wrong from now on. */
  faults: HttpFaults;
  /** Whether Google cannot be reached at all: every connection is cut, that for signing in too. */
  down: boolean;
  /** The first failure of the fakes themselves, such as something not faked; a test must look at it. */
  broken: Error | undefined;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Google's APIs let pages of any origin call them. */
function cors(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
  response.setHeader("vary", "Origin");
  if (request.method !== "OPTIONS") return;
  response.setHeader("access-control-allow-methods", "DELETE,GET,HEAD,PATCH,POST,PUT");
  response.setHeader("access-control-allow-headers", request.headers["access-control-request-headers"] ?? "");
  response.setHeader("access-control-max-age", "3600");
}

function cutWithin(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, "content-length": body.length + 1 });
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
}

/** Starts the server on a free local port. */
export async function startGoogle(options: {
  readonly workspace: Workspace;
  readonly clients: readonly Client[];
  readonly faults?: HttpFaults;
  /** A key and certificate (PEM) to answer over HTTPS, for a browser that is led here from Google's own host names. */
  readonly tls?: { readonly key: string; readonly cert: string };
}): Promise<GoogleServer> {
  const { workspace, clients, faults = noHttpFaults, tls } = options;
  const oauth = new OAuth(workspace, clients);
  const log: Logged[] = [];
  let index = 0;

  async function answer(request: ApiRequest, response: ServerResponse): Promise<void> {
    const method = `${request.route.api.name}.${request.route.name}`;
    const fault = google.faults({ index: ++index, method });
    const note = (status: number) => log.push({ method, fault, status });
    const token = tokenOf(request) ?? "";
    if (fault?.kind === "expired") oauth.expire(token);
    if (fault?.kind === "withdrawn") oauth.withdraw(token);
    if (fault?.kind === "status" && !fault.effect) {
      note(fault.code);
      return send(response, faultAnswer(request.route, fault));
    }
    if (fault?.kind === "cut" && fault.when === "before") {
      note(0);
      response.destroy();
      return;
    }
    if (fault?.kind === "twice") answerApi(request);
    const result = answerApi(request);
    if (fault?.kind === "slow") await later(fault.milliseconds);
    if (fault?.kind === "cut") {
      note(0);
      if (fault.when === "within") cutWithin(response, result);
      else response.destroy();
      return;
    }
    const sent = fault?.kind === "status" ? faultAnswer(request.route, fault) : result;
    note(sent.status);
    send(response, sent);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const verb = request.method ?? "GET";
    const body = await read(request);
    const signIn = answerOAuth(oauth, verb, url, body);
    if (signIn) return send(response, signIn);
    cors(request, response);
    if (verb === "OPTIONS") return send(response, { status: 200, headers: {}, body: "" });
    const found = routeOf(verb, url.pathname);
    if (!found) {
      return send(
        response,
        html(404, "<title>Error 404 (Not Found)!!1</title><p>The requested URL was not found on this server."),
      );
    }
    const { route, given } = found;
    await answer(
      { workspace, oauth, route, path: given, query: url.searchParams, headers: request.headers, body },
      response,
    );
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (google.down) {
      request.socket.destroy();
      return;
    }
    serve(request, response).catch((error: unknown) => {
      google.broken ??= error instanceof Error ? error : new Error(String(error));
      response.destroy();
    });
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const google: GoogleServer = {
    url: `http${tls ? "s" : ""}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    oauth,
    log,
    faults,
    down: false,
    broken: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return google;
}
