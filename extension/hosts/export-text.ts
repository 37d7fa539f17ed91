import type { Place } from "../protocol";
import { LONGEST_TEXT } from "./message-names";

/**
 * The open document as its own plain-text export gives it, some seconds late; `undefined` where the export is not to be
 * had: no permission, offline, or an answer that is no plain text. The only request that is ever made.
 */
export async function exportText({ document, tab }: Place, signal: AbortSignal): Promise<string | undefined> {
  const query = new URLSearchParams({ format: "txt", tab: tab || "t.0" });
  const address = `https://docs.google.com/document/d/${encodeURIComponent(document)}/export?${query}`;
  try {
    const answer = await fetch(address, { signal, credentials: "same-origin" });
    if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/plain")) return undefined;
    if (Number(answer.headers.get("content-length") ?? 0) > LONGEST_TEXT) return undefined;
    const text = await answer.text();
    return text.length > LONGEST_TEXT
      ? undefined
      : text
          .replace(/^\ufeff/, "")
          .replace(/\r\n?/g, "\n")
          .replace(/\n$/, "");
  } catch {
    return undefined;
  }
}
