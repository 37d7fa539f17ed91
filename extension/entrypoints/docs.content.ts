import { defineContentScript } from "wxt/utils/define-content-script";
import { start } from "../overlay/start";

export default defineContentScript({
  matches: ["https://docs.google.com/document/*"],
  runAt: "document_start",
  main(context) {
    start(window, context.signal);
  },
});
