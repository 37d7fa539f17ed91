import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { EXTENSION_ID } from "../../../extension/hosts/page-script";
import config from "../../../wxt.config";

test("the id that is named to the editor is the one that the manifest's key fixes", async () => {
  const { manifest } = config;
  if (typeof manifest !== "function") throw new Error("The manifest is a function of the browser.");
  const { key } = (await manifest({ browser: "chrome", command: "build", manifestVersion: 3, mode: "production" })) as {
    key?: string;
  };
  const hash = createHash("sha256")
    .update(Buffer.from(key ?? "", "base64"))
    .digest("hex")
    .slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
  expect(EXTENSION_ID).toBe(id);
});
