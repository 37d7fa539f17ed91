import { defineContentScript } from "wxt/utils/define-content-script";
import { start } from "../overlay/start";

export default defineContentScript({
  // Not the list of documents: where none is open, nothing runs.
  matches: ["https://docs.google.com/document/*d/*", "https://docs.google.com/document/*create*"],
  runAt: "document_start",
  main(context) {
    start(window, context.signal);
  },
});
