import { join } from "node:path";
import { defineConfig } from "wxt";

/** The public half of a key pair: it fixes the extension's id to `cabejnjmdkolbbamlidbkpobnijkiiob`, wherever it is built. */
const KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8ic7SefidpLxPeip8FI5XfDEHkCqcDhoTKIhlSlEo0FI3tHQxnimp11iXnvIpH46nyuC4XacgLY+jqaaAiMptomxmcXOovk8j48jZ7JlzWyKBs6tjrmPI7tc0ipbvd+SVAqrzwP6Yoicw1QKNFMvrajHy96KEtbzwt+Po23n94FHlw8ElG55r5zlqF3QDyIJ2A4uxnnhvgp33hhTwrqOnYce0HcxFQNYFnVEN931/fswHqVIAYuoNGObLmXyeJ1LxcMTt/sWHJjTbYa2Y4GI6KXHJc2T8PLm6QP7HuhUnz5BaqMhdSGUqikVk98QJridf5GGfLxwhJ3JS9ypwOF/PQIDAQAB";

/** What the second reader opens, by its place in the project. Read by its worker alone; no page can reach it. */
const SECOND_READER = [
  "deep-reader/encoder.onnx",
  "deep-reader/vocabulary.txt",
  "node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm",
] as const;

export default defineConfig({
  srcDir: "extension",
  outDir: "dist/extension",
  // Resolved from the root of the project, not from srcDir.
  publicDir: "extension/public",
  imports: false,
  manifestVersion: 3,
  hooks: {
    "build:publicAssets": ({ config }, files) => {
      for (const path of SECOND_READER) {
        const absoluteSrc = join(config.root, path);
        files.push({ absoluteSrc, relativeDest: `second-reader/${path.slice(path.lastIndexOf("/") + 1)}` });
      }
    },
  },
  vite: () => ({
    plugins: [ownRuntimeFilesOnly()],
    build: {
      // The first-run page carries the tagger with its model.
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        // A page that only counts must not load the tagger because both come through the core's one door.
        treeshake: {
          moduleSideEffects: [{ test: /[\\/]core[\\/]/, sideEffects: false }],
          // A setting that a script does not use need not be in it.
          manualPureFunctions: ["storage.defineItem"],
        },
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: "Plumbline",
    description:
      "Shows, while you take notes in Google Docs, which practices of your PLC rubric they hold. Nothing leaves your computer unasked.",
    ...(browser === "firefox" ? {} : { key: KEY, minimum_chrome_version: "116" }),
    // What is kept is the only copy of a team's decisions: `unlimitedStorage` keeps the browser from clearing it away when the disk runs
    // full (Chrome refuses `navigator.storage.persist()` to extensions). `alarms` serves only those who sign in, but the worker must listen
    // for it as soon as it starts, before it can know whether anybody did. Of neither does a browser warn. `identity` is optional: Chrome
    // gives it only when it is asked for; Firefox can only give it from the start.
    permissions: [
      ...["storage", "unlimitedStorage", "alarms"],
      ...(browser === "firefox" ? ["identity"] : ["sidePanel", "offscreen"]),
    ],
    // WebAssembly is what the second reader runs in.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    ...(browser === "firefox"
      ? {}
      : { optional_permissions: ["identity"], storage: { managed_schema: "managed-schema.json" } }),
    // The tagger with its words and model, which a page's script loads only once a document is open.
    web_accessible_resources: [{ resources: ["tagger.js"], matches: ["https://docs.google.com/*"] }],
    host_permissions: ["https://docs.google.com/document/*"],
    action: { default_title: "Open Plumbline beside the document" },
    commands: {
      [browser === "firefox" ? "_execute_sidebar_action" : "_execute_action"]: {
        suggested_key: { default: "Alt+Shift+P" },
        description: "Open Plumbline beside the document",
      },
      "toggle-marks": {
        suggested_key: { default: "Alt+Shift+H" },
        description: "Hide or show the marks in the document",
      },
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "{6f0c1d52-7a43-4f1e-9a58-3d0b8e1c2f47}",
              // The first that knows `data_collection_permissions`, on every system.
              strict_min_version: "142.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : {}),
  }),
});

/**
 * The runtime of the second reader is handed its WebAssembly. By itself it would look for that file, which Vite would then put into the
 * script (all 14 MB of it, twice), and could load code from anywhere; what is shipped can do neither.
 */
function ownRuntimeFilesOnly() {
  const changes = [
    ['new URL("ort-wasm-simd-threaded.wasm",import.meta.url)', "new URL(self.location.href)"],
    ["import.meta.url", "self.location.href"],
    ["import(/*webpackIgnore:true*/ /*@vite-ignore*/n)", 'Promise.reject(new Error("No code is loaded."))'],
  ] as const;
  return {
    name: "own-runtime-files-only",
    enforce: "pre" as const,
    transform(code: string, id: string) {
      if (!id.includes("onnxruntime-web")) return undefined;
      return changes.reduce((changed, [from, to]) => {
        if (!changed.includes(from)) throw new Error(`onnxruntime-web has changed: ${from} is not in it any more.`);
        return changed.replaceAll(from, to);
      }, code);
    },
  };
}
