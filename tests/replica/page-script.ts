import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./root";

let bundled: Promise<string> | undefined;

/** The script of the page, bundled once a process. */
export function pageScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(root, "tests/replica/page/main.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "error",
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  return bundled;
}
