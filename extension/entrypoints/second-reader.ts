import * as runtime from "onnxruntime-web/wasm";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createAnswerWork } from "../services/second-reader/answer-work";
import { openParts } from "../services/second-reader/open-parts";

/** The worker of the second reader. */
export default defineUnlistedScript(() => {
  const answer = createAnswerWork(() => openParts(runtime, new URL("/second-reader/", self.location.href)));
  self.addEventListener("message", async ({ data, ports: [port] }) => port?.postMessage(await answer(data)));
});
