import { defineContentScript } from "wxt/utils/define-content-script";
import { runInPage } from "../hosts/page-script";

export default defineContentScript({
  matches: ["https://docs.google.com/document/*"],
  runAt: "document_start",
  world: "MAIN",
  main() {
    runInPage(window);
  },
});
