import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { notesFromJson } from "../../core/index";
import { buildExtension, isStale } from "../e2e/build-extension";
import { Chromium } from "../e2e/chromium";
import { BUILT, firefoxIdOf } from "../e2e/extension";
import { findChromium, findFirefox } from "../e2e/find-browsers";
import { Firefox } from "../e2e/firefox";
import { documentFromNotes, type ReplicaDocument } from "./document";
import { hardCases, longDocument } from "./generate";
import { root } from "./root";

const HELP = `npm run demo                             a sample meeting, with the extension, which is built first where it must be
npm run demo -- --browser firefox        in Firefox
npm run demo -- --document notes.json    your own Notes JSON; or "hard", or a number of pages
npm run demo -- --extension FOLDER       another build of the extension`;
const SAMPLE = "cli/samples/2025-11-19_Gr4_PLC.json";

const say = (text: string) => process.stderr.write(`${text}\n`);

function stop(text: string): never {
  say(text);
  process.exit(2);
}

/** The arguments, or what is wrong with them. */
function argumentsGiven() {
  try {
    const text = { type: "string" } as const;
    const options = { browser: text, document: text, extension: text, help: { type: "boolean" } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${HELP}`);
  }
}

function documentNamed(name: string): ReplicaDocument {
  if (name === "hard") return hardCases();
  if (/^\d+$/.test(name)) return longDocument(Math.min(300, Number(name)));
  const path = resolve(process.env.INIT_CWD ?? root, name);
  if (!existsSync(path)) stop(`There is no file ${path}.\n\n${HELP}`);
  const read = notesFromJson(readFileSync(path, "utf8"));
  if (!read.ok) stop(`${path}: ${read.problem}\n${read.remedy}`);
  const { title, tabs } = documentFromNotes(read.notes);
  return { title, tabs };
}

const given = argumentsGiven();
if (given.help) {
  say(HELP);
  process.exit(0);
}
const browser = given.browser ?? (findChromium() ? "chromium" : "firefox");
if (browser !== "chromium" && browser !== "firefox") stop(`--browser is chromium or firefox, not ${browser}.`);
if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
  stop(
    "There is no screen here to open a browser on. Run this on a desktop, or under a virtual one: xvfb-run npm run demo",
  );
if (browser === "chromium" ? !findChromium() : !findFirefox())
  stop("That browser was not found. Install it, or say where it is with PLUMBLINE_CHROMIUM or PLUMBLINE_FIREFOX.");

const document = documentNamed(given.document ?? join(root, SAMPLE));
const extension = resolve(root, given.extension ?? BUILT[browser]);
if (given.extension === undefined) {
  if (isStale(browser)) {
    say("Building the extension (half a minute or so) …");
    await buildExtension(browser);
  }
} else if (!existsSync(join(extension, "manifest.json")))
  stop(`There is no extension in ${extension}: a built one has a manifest.json.`);
say(`With the extension of ${extension}.`);
say("This is not Google Docs: it is a local page that behaves like it. Close the browser to end.");

if (browser === "chromium") {
  const running = await Chromium.start({ headless: false, viewport: null, extension });
  await running.open(document);
  await running.ended();
} else {
  const id = firefoxIdOf(extension);
  if (id === undefined)
    stop(`The extension in ${extension} is not built for Firefox: its manifest gives it no id there.`);
  const running = await Firefox.start({ headless: false, extension: { folder: extension, id } });
  await running.open(document);
  await running.ended();
}
