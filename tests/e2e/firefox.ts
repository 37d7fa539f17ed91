import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { ReplicaDocument } from "../replica/document";
import type { Options } from "../replica/options";
import { Replica } from "../replica/replica";
import { type ReplicaServer, serveReplica } from "../replica/tls-server";
import { Bidi } from "./bidi";
import { findFirefox } from "./find-browsers";
import { FirefoxPage } from "./firefox-page";

/** Where the extension's own pages are: a fixed one instead of one made up for each profile. */
const EXTENSION_HOST = "5f2d7c3a-9a55-4c07-8a3e-1f4d1c9b7e10";

export interface FirefoxOptions {
  /** Folder of a built extension, and the id in its manifest. */
  readonly extension?: { readonly folder: string; readonly id: string };
  readonly headless?: boolean;
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
  ) {}

  /** Throws where there is no Firefox. */
  static async start({ extension, headless = true }: FirefoxOptions = {}): Promise<Firefox> {
    const program = findFirefox();
    if (!program) throw new Error("No Firefox was found; set PLUMBLINE_FIREFOX.");
    const replica = new Replica();
    const server = await serveReplica(replica);
    const profile = mkdtempSync(join(tmpdir(), "plumbline-firefox-"));
    writeFileSync(join(profile, "user.js"), preferences(server.port, extension?.id));
    const own = ["--no-remote", "--profile", profile, "--remote-allow-system-access", "--remote-debugging-port", "0"];
    const args = headless ? ["--headless", ...own] : own;
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    const bidi = await Bidi.connect(await addressOf(child));
    if (extension) {
      const path = resolve(extension.folder);
      await bidi.send("webExtension.install", { extensionData: { type: "path", path } });
    }
    return new Firefox(replica, bidi, child, server, profile);
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

function preferences(port: number, extension: string | undefined): string {
  const values = {
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${port}`,
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.aboutwelcome.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.normandy.enabled": false,
    "app.update.enabled": false,
    "extensions.webextensions.uuids": JSON.stringify(extension === undefined ? {} : { [extension]: EXTENSION_HOST }),
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
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
