import { LONGEST_TEXT } from "./message-names";

/**
 * The open document as its own plain-text export gives it, some seconds late; `undefined` where the export is not to be
 * had: no permission, offline, or an answer that is no plain text. The only request that is ever made. Asked of the account
 * that has the document open (`/u/1/`): another one may not read it.
 */
export async function exportText({ href }: Location, tab: string, signal: AbortSignal): Promise<string | undefined> {
  const query = `format=txt&tab=${tab || "t.0"}`;
  try {
    const answer = await fetch(`${/.*\/d\/[\w-]+/.exec(href)}/export?${query}`, { signal, credentials: "same-origin" });
    if (!answer.ok || !answer.body || !answer.headers.get("content-type")?.startsWith("text/plain")) return undefined;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
      text += value;
      // What is longer than any document is not loaded to its end.
      if (text.length > LONGEST_TEXT) return void (await reader.cancel());
    }
  } catch {
    return undefined;
  }
}
