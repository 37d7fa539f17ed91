import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { ReplicaDocument } from "../replica/document";
import type { Options } from "../replica/options";
import { Replica } from "../replica/replica";
import { type ReplicaServer, serveReplica } from "../replica/tls-server";
import { Bidi } from "./bidi";
import { hasFirstRun, isFirstRun } from "./extension";
import { findFirefox } from "./find-browsers";
import { FirefoxPage } from "./firefox-page";
import { EXTENSION_HOST, makeProfile } from "./firefox-profile";

export interface FirefoxOptions {
  /** Folder of a built extension, and the id in its manifest. */
  readonly extension?: { readonly folder: string; readonly id: string };
  readonly headless?: boolean;
  /** A TLS server on this machine to which every host leads, in place of the replica's. */
  readonly port?: number;
  /** What an administrator's policy says to the extension (`storage.managed`). */
  readonly managed?: object;
}

/** A Firefox of its own profile, to which Google Docs is the replica's server and every other host is that server too. */
export class Firefox {
  private documents = 0;

  private constructor(
    readonly replica: Replica,
    readonly bidi: Bidi,
    readonly process: ChildProcess,
    private readonly server: ReplicaServer,
    private readonly profile: string,
    private readonly options: FirefoxOptions,
  ) {}

  /** Throws where there is no Firefox. */
  static async start(options: FirefoxOptions = {}): Promise<Firefox> {
    const replica = new Replica();
    const server = await serveReplica(replica);
    const { extension, managed, port = server.port } = options;
    const profile = makeProfile({
      port,
      ...(extension ? { extension: extension.id } : {}),
      ...(managed ? { managed } : {}),
    });
    return new Firefox(replica, ...(await launch(profile, options)), server, profile, options);
  }

  /** Kills the browser as a crash or a power cut does, and starts it again with what its profile holds. This one is of no use then. */
  async crash(): Promise<Firefox> {
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGKILL");
    await gone;
    this.bidi.close();
    const { replica, server, profile, options } = this;
    return new Firefox(replica, ...(await launch(profile, options)), server, profile, options);
  }

  /** Opens a document in a tab of its own and waits until it is painted. */
  async open(document: ReplicaDocument, options: Partial<Options> = {}): Promise<FirefoxPage> {
    const page = await this.goto(this.replica.add(`replica-${++this.documents}`, document, options));
    await page.settled();
    return page;
  }

  /** Opens a page of the extension, as the sidebar's, in a tab. */
  extensionPage(path: string): Promise<FirefoxPage> {
    return this.goto(`moz-extension://${EXTENSION_HOST}/${path}`);
  }

  async goto(url: string): Promise<FirefoxPage> {
    const { context } = await this.bidi.send<{ context: string }>("browsingContext.create", { type: "tab" });
    await this.bidi.send("browsingContext.navigate", { context, url, wait: "complete" });
    return new FirefoxPage(this.bidi, context);
  }

  /** The tab or window in which an address is open, whoever opened it; `undefined` where there is none. */
  async showing(url: RegExp): Promise<FirefoxPage | undefined> {
    const found = (await tabsOf(this.bidi)).find((each) => url.test(each.url));
    return found && new FirefoxPage(this.bidi, found.context);
  }

  /** Resolves when a person has closed the browser, and clears up. */
  async ended(): Promise<void> {
    const { process: child } = this;
    if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once("exit", done));
    this.bidi.close();
    await this.server.stop();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }

  async stop(): Promise<void> {
    await this.bidi.send("browser.close", {}).catch(() => this.process.kill());
    await this.ended();
  }
}

interface Tab {
  readonly context: string;
  readonly url: string;
}

async function tabsOf(bidi: Bidi): Promise<readonly Tab[]> {
  return (await bidi.send<{ contexts: readonly Tab[] }>("browsingContext.getTree", { maxDepth: 0 })).contexts;
}

/** Waits for the first-run page and closes it: keys typed into a page behind it are lost. */
async function closeFirstRun(bidi: Bidi): Promise<void> {
  let page: Tab | undefined;
  while (!page) page = (await tabsOf(bidi)).find(({ url }) => isFirstRun(url));
  await bidi.send("browsingContext.close", { context: page.context });
}

/** Starts the program on a profile, with the extension installed for as long as it runs. */
async function launch(profile: string, options: FirefoxOptions): Promise<[Bidi, ChildProcess]> {
  const program = findFirefox();
  if (!program) throw new Error("No Firefox was found; set PLUMBLINE_FIREFOX.");
  const { extension, headless = true } = options;
  const own = ["--no-remote", "--profile", profile, "--remote-allow-system-access", "--remote-debugging-port", "0"];
  const args = headless ? ["--headless", ...own] : own;
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile } });
  const bidi = await Bidi.connect(await addressOf(child));
  if (extension) {
    const path = resolve(extension.folder);
    await bidi.send("webExtension.install", { extensionData: { type: "path", path } });
    if (hasFirstRun(path)) await closeFirstRun(bidi);
  }
  return [bidi, child];
}

/** The address that Firefox prints once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const said: string[] = [];
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on("line", (line) => {
      said.push(line);
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
      if (address) found(address);
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`Firefox ended with ${code}:\n${said.join("\n")}`)));
  });
}
