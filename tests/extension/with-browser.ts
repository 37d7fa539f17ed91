// Must be imported before what reads the browser's interface: that is looked up once, when it is loaded.
import { fakeBrowser } from "wxt/testing/fake-browser";

Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
