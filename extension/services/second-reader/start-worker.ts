import { browser } from "wxt/browser";

/** Starts the worker in which the encoder runs. */
export const startWorker = (): Worker =>
  // The types know pages only.
  new Worker((browser.runtime.getURL as (path: string) => string)("/second-reader.js"), { name: "second reader" });
