import { type Browser, browser } from "wxt/browser";
import type { Door } from "./ask-worker";

/** What is needed of the service worker's global scope; the types are those of a page. */
interface WorkerScope {
  readonly clients: {
    matchAll(options: {
      readonly includeUncontrolled: true;
    }): Promise<readonly { readonly url: string; postMessage(message: unknown, transfer: Transferable[]): void }[]>;
  };
}

/** Chrome's way: a service worker can own no worker, so a page that is never shown owns it. Only the extension can speak to it. */
export function offscreenDoor(): Door {
  const address = browser.runtime.getURL("/offscreen.html");
  let opening: Promise<void> | undefined;
  const find = async () => {
    const all = await (globalThis as unknown as WorkerScope).clients.matchAll({ includeUncontrolled: true });
    return all.find(({ url }) => url === address);
  };
  const open = () => {
    opening ??= browser.offscreen
      .createDocument({
        url: address,
        reasons: ["WORKERS" as Browser.offscreen.Reason],
        justification: "Reads finished lines of notes a second time, in a worker of its own.",
      })
      // An earlier run of this service worker may have opened it a moment ago: then it is there.
      .catch(() => {})
      .finally(() => {
        opening = undefined;
      });
    return opening;
  };
  return {
    pass: async (work, port) => {
      let page = await find();
      if (!page) {
        await open();
        page = await find();
      }
      if (!page) throw new Error("The page of the second reader did not open.");
      page.postMessage(work, [port]);
    },
    shut: () => browser.offscreen.closeDocument().catch(() => {}),
  };
}
