/// <reference types="vite/client" />
import "wxt/browser";

// What `wxt prepare` would generate, written down, so that types can be checked in a fresh clone without building first.
declare module "wxt/browser" {
  export interface WxtRuntime {
    getURL(path: "/welcome.html" | "/options.html" | "/sidepanel.html" | "/offscreen.html"): string;
  }
}

declare global {
  interface ImportMetaEnv {
    readonly BROWSER: string;
    readonly CHROME: boolean;
    readonly FIREFOX: boolean;
    /** Google client that a school builds its own Plumbline with; see `client-id.ts`. */
    readonly WXT_GOOGLE_CLIENT_ID?: string;
  }
}
