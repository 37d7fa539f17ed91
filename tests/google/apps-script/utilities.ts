import { createHash, randomUUID } from "node:crypto";
import type { Execution } from "./execution";
import { formatDate } from "./format-date";
import { mismatch } from "./only-faked";

type Service = GoogleAppsScript.Utilities.Utilities;
type Faked = Pick<
  Service,
  | "sleep"
  | "getUuid"
  | "formatDate"
  | "base64Encode"
  | "base64EncodeWebSafe"
  | "base64Decode"
  | "base64DecodeWebSafe"
  | "computeDigest"
>;

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_384: "sha384",
  SHA_512: "sha512",
};
const same = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** Bytes as Apps Script gives them: numbers from -128 to 127. */
const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte << 24) >> 24);

/** The plain helpers of Apps Script. */
export class FakeUtilities implements Faked {
  readonly DigestAlgorithm = same(Object.keys(DIGESTS));
  readonly Charset = same(["US_ASCII", "UTF_8"]);

  constructor(private readonly execution: Execution) {}

  private bytesOf(value: string | readonly number[], charset?: unknown): Buffer {
    if (typeof value !== "string") return Buffer.from(value);
    // Without a character set, Apps Script takes US-ASCII: what is beyond it becomes a question mark.
    return charset === "UTF_8" ? Buffer.from(value) : Buffer.from(value.replace(/[^\0-\x7f]/g, "?"));
  }

  sleep(...given: [milliseconds: number]): void {
    const wrong = mismatch("Utilities.sleep", given, ["number"]);
    if (wrong !== undefined) throw this.execution.exception(wrong);
    if (given[0] > 300_000) throw this.execution.exception(`sleeping too long: ${given[0]}`);
    this.execution.call("Utilities.sleep", () => this.execution.wait(given[0]));
  }

  getUuid(): string {
    return randomUUID();
  }

  formatDate(date: GoogleAppsScript.Base.Date, timeZone: string, format: string): string {
    return formatDate(date.getTime(), timeZone, format);
  }

  base64Encode(data: string | number[], charset?: unknown): string {
    return this.bytesOf(data, charset).toString("base64");
  }

  base64EncodeWebSafe(data: string | number[], charset?: unknown): string {
    return this.base64Encode(data, charset).replaceAll("+", "-").replaceAll("/", "_");
  }

  base64Decode(encoded: string): number[] {
    return this.execution.realm.list(signed(Buffer.from(encoded, "base64")));
  }

  base64DecodeWebSafe(encoded: string): number[] {
    return this.execution.realm.list(signed(Buffer.from(encoded, "base64url")));
  }

  computeDigest(algorithm: unknown, value: string | number[], charset?: unknown): number[] {
    const name = DIGESTS[String(algorithm)];
    if (name === undefined) throw this.execution.exception(`Invalid argument: ${String(algorithm)}`);
    return this.execution.realm.list(signed(createHash(name).update(this.bytesOf(value, charset)).digest()));
  }
}
