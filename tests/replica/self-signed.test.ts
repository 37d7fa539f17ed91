import { X509Certificate } from "node:crypto";
import { createServer, get } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { selfSigned } from "./self-signed";

test("a client that trusts the certificate reads over TLS, under each of its names and no other", async () => {
  const { key, cert } = selfSigned(["docs.google.com", "*.googleusercontent.com"]);
  const server = createServer({ key, cert }, (_request, response) => response.end("hello"));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const read = (servername: string) =>
    new Promise<string>((done, failed) => {
      get({ host: "127.0.0.1", port, servername, ca: cert, agent: false }, (response) => done(text(response))).on(
        "error",
        failed,
      );
    });
  try {
    expect(await read("docs.google.com")).toBe("hello");
    expect(await read("doc-0k.googleusercontent.com")).toBe("hello");
    await expect(read("example.test")).rejects.toThrow(/altnames/);
  } finally {
    server.close();
  }
});

test("certificates of every length can be read", () => {
  for (let length = 1; length < 60; length++)
    expect(new X509Certificate(selfSigned([`${"a".repeat(length)}.test`]).cert).subjectAltName).toContain(
      "aa.test".slice(-length - 5),
    );
});

test("each certificate is a fresh one and lasts two days", () => {
  const [first, second] = [selfSigned(["a.test"]), selfSigned(["a.test"])].map(({ cert }) => new X509Certificate(cert));
  expect(first?.serialNumber).not.toBe(second?.serialNumber);
  const days = (Date.parse(first?.validTo ?? "") - Date.parse(first?.validFrom ?? "")) / 86_400_000;
  expect(days).toBe(2);
});
