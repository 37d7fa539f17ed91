import { defineContentScript } from "wxt/utils/define-content-script";

export default defineContentScript({
  matches: ["https://docs.google.com/document/*"],
  runAt: "document_start",
  main() {},
});
