import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import type { ReplicaDocument } from "../replica/document";
import type { Options } from "../replica/options";
import { Replica } from "../replica/replica";
import { routeReplica } from "../replica/routes";
import { type ReplicaServer, serveReplica } from "../replica/tls-server";
import { Editor } from "./editor";
import { extensionIdOf, hasFirstRun, isFirstRun } from "./extension";
import { findChromium } from "./find-browsers";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Leads the hosts of Google Docs to a server on this machine, and all others nowhere. */
const leadingTo = ({ port }: ReplicaServer): string[] => [
  "--ignore-certificate-errors",
  `--host-resolver-rules=${["docs.google.com", "*.googleusercontent.com"].map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(",")},MAP * ~NOTFOUND`,
];

/** Waits for the first-run page and closes it: a page behind it would get one frame a second. */
async function closeFirstRun(context: BrowserContext): Promise<void> {
  const isIt = (page: Page) => isFirstRun(page.url());
  const page =
    context.pages().find(isIt) ??
    (await new Promise<Page>((found) => {
      const look = (page: Page) => {
        if (isIt(page)) found(page);
        else page.on("framenavigated", () => isIt(page) && found(page));
      };
      context.on("page", look);
      context.pages().forEach(look);
    }));
  await page.close();
}

/** How a browser is started. */
export interface ChromiumOptions {
  /** Folder of a built extension. None: the page alone. */
  readonly extension?: string;
  readonly headless?: boolean;
  /** `null`: as large as the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Device pixels a CSS pixel. */
  readonly ratio?: number;
  readonly args?: readonly string[];
  /** Whether the replica is met through its server: only then do redirects to another host come to it. */
  readonly served?: boolean;
}

/** A Chromium of its own profile, in which Google Docs is the replica and nothing else can be reached. */
export class Chromium {
  private documents = 0;

  private constructor(
    readonly context: BrowserContext,
    readonly replica: Replica,
    /** Empty without an extension. */
    readonly extensionId: string,
    private readonly profile: string,
    private readonly server: ReplicaServer | undefined,
  ) {}

  /** Throws where there is no Chromium or Chrome for Testing. */
  static async start(options: ChromiumOptions = {}): Promise<Chromium> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error("No Chromium and no Chrome for Testing was found; set PLUMBLINE_CHROMIUM.");
    const folder = options.extension === undefined ? undefined : resolve(options.extension);
    const load = folder === undefined ? [] : [`--load-extension=${folder}`, `--disable-extensions-except=${folder}`];
    const replica = new Replica();
    const server = options.served ? await serveReplica(replica) : undefined;
    const profile = mkdtempSync(join(tmpdir(), "plumbline-chromium-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: options.headless ?? true,
      // Playwright's default would keep every extension out, without a word.
      ignoreDefaultArgs: ["--disable-extensions"],
      args: [...QUIET, ...load, ...(server ? leadingTo(server) : []), ...(options.args ?? [])],
      ...(options.viewport === null
        ? { viewport: null }
        : { viewport: options.viewport ?? { width: 1280, height: 800 }, deviceScaleFactor: options.ratio ?? 1 }),
    });
    if (!server) await routeReplica(context, replica);
    if (folder !== undefined && hasFirstRun(folder)) await closeFirstRun(context);
    return new Chromium(context, replica, folder === undefined ? "" : extensionIdOf(folder), profile, server);
  }

  /** Opens a document in a page of its own and waits until it is painted. `before` runs in the page ahead of all scripts. */
  async open(document: ReplicaDocument, options: Partial<Options> = {}, before?: () => void): Promise<Editor> {
    const url = this.replica.add(`replica-${++this.documents}`, document, options);
    const page = await this.context.newPage();
    if (before) await page.addInitScript(before);
    await page.goto(url);
    const editor = new Editor(page);
    await editor.settled();
    return editor;
  }

  /** Opens a page of the extension, as the side panel's, in a tab. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/${path}`);
    return page;
  }

  /** The extension's service worker, once it has started. */
  async worker(): Promise<Worker> {
    const [running] = this.context.serviceWorkers();
    return running ?? this.context.waitForEvent("serviceworker");
  }

  /** Closes all pages but the first, without which the browser would end. */
  async closePages(): Promise<void> {
    await Promise.all(
      this.context
        .pages()
        .slice(1)
        .map((page) => page.close()),
    );
  }

  /** Resolves when a person has closed the browser, and clears up. */
  async ended(): Promise<void> {
    await new Promise((done) => this.context.once("close", done));
    await this.clearUp();
  }

  async stop(): Promise<void> {
    await this.context.close();
    await this.clearUp();
  }

  private async clearUp(): Promise<void> {
    await this.server?.stop();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
