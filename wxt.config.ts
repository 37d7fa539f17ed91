import { defineConfig } from "wxt";

/** The public half of a key pair: it fixes the extension's id to `cabejnjmdkolbbamlidbkpobnijkiiob`, wherever it is built. */
const KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8ic7SefidpLxPeip8FI5XfDEHkCqcDhoTKIhlSlEo0FI3tHQxnimp11iXnvIpH46nyuC4XacgLY+jqaaAiMptomxmcXOovk8j48jZ7JlzWyKBs6tjrmPI7tc0ipbvd+SVAqrzwP6Yoicw1QKNFMvrajHy96KEtbzwt+Po23n94FHlw8ElG55r5zlqF3QDyIJ2A4uxnnhvgp33hhTwrqOnYce0HcxFQNYFnVEN931/fswHqVIAYuoNGObLmXyeJ1LxcMTt/sWHJjTbYa2Y4GI6KXHJc2T8PLm6QP7HuhUnz5BaqMhdSGUqikVk98QJridf5GGfLxwhJ3JS9ypwOF/PQIDAQAB";

export default defineConfig({
  srcDir: "extension",
  outDir: "dist/extension",
  // Resolved from the root of the project, not from srcDir.
  publicDir: "extension/public",
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    build: {
      // The first-run page carries the tagger with its model.
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        // A page that only counts must not load the tagger because both come through the core's one door.
        treeshake: { moduleSideEffects: [{ test: /[\\/]core[\\/]/, sideEffects: false }] },
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: "Plumbline",
    description:
      "Shows, while you take notes in Google Docs, which practices of your PLC rubric they hold. Nothing leaves your computer unasked.",
    ...(browser === "firefox" ? {} : { key: KEY, minimum_chrome_version: "116" }),
    // Signing in with Google is optional: Chrome gives `identity` only when it is asked for; Firefox can only give it from the start.
    permissions: browser === "firefox" ? ["storage", "alarms", "identity"] : ["storage", "alarms", "sidePanel"],
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
