import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Replica } from "./replica";
import { selfSigned } from "./self-signed";

/** A server on this machine that answers as Google Docs; the browser must be told to come here and to trust it. */
export interface ReplicaServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Serves the replica over TLS for browsers whose requests cannot be answered from within. */
export async function serveReplica(replica: Replica): Promise<ReplicaServer> {
  const certificate = selfSigned(["docs.google.com", "*.googleusercontent.com"]);
  const server = createServer(certificate, async (request, response) => {
    const body = await text(request);
    const url = `https://${request.headers.host}${request.url}`;
    const answer = await replica.answer({ method: request.method ?? "GET", url, ...(body ? { body } : {}) });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
