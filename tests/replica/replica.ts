import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReplicaDocument } from "./document";
import { exportText } from "./export-text";
import { DEFAULTS, type Options } from "./options";
import { pageScript } from "./page-script";
import { root } from "./root";
import { shell } from "./shell";

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * How the export answers: the text; a refusal; a page to sign in; or a redirect to another host, which answers there with
 * (`redirect`) or without (`redirect-closed`) leave for the page to read it.
 */
export type ExportAnswer = "ok" | "403" | "html" | "redirect" | "redirect-closed";

export const ORIGIN = "https://docs.google.com";
export const EXPORT_HOST = "https://doc-0k-00-docstext.googleusercontent.com";
const css = readFileSync(join(root, "tests/replica/shell.css"), "utf8");

/** The server side: documents by id, their export, and what was asked for. Serves no socket; see `routes` and `tls-server`. */
export class Replica {
  exportAnswer: ExportAnswer = "ok";
  /** The account that may read the documents, of those that the browser is signed in with; 0 needs no `/u/` in the address. */
  account = 0;
  readonly asked: Asked[] = [];
  private readonly documents = new Map<string, { document: ReplicaDocument; options: Options }>();
  private readonly saved = new Map<string, string>();

  /** Puts a document up; answers its address. */
  add(id: string, document: ReplicaDocument, options: Partial<Options> = {}): string {
    this.documents.set(id, { document, options: { ...DEFAULTS, ...options } });
    for (const { id: tab, paragraphs } of document.tabs) this.saved.set(`${id} ${tab}`, exportText(paragraphs));
    return `${ORIGIN}/document/${this.account ? `u/${this.account}/` : ""}d/${id}/edit?tab=${document.tabs[0]?.id ?? "t.0"}`;
  }

  async answer(asked: Asked): Promise<Answer> {
    this.asked.push(asked);
    const url = new URL(asked.url);
    if (url.origin === EXPORT_HOST) return this.exported(url);
    if (url.pathname === "/static/document/client/js/replica.js")
      return text(200, "text/javascript", await pageScript());
    const [, account = "0", id = "", verb = ""] =
      /^\/document\/(?:u\/(\d+)\/)?d\/([\w-]+)\/(\w+)$/.exec(url.pathname) ?? [];
    const known = this.documents.get(id);
    if (known && Number(account) !== this.account) return refusal();
    if (!known) return text(404, "text/html", "<!doctype html><title>Page not found</title>");
    if (verb === "edit") return page(known.document, known.options);
    if (verb === "save" && asked.method === "POST") return this.save(id, asked.body ?? "");
    if (verb === "export" && url.searchParams.get("format") === "txt") return this.export(id, url);
    return text(404, "text/html", "<!doctype html><title>Page not found</title>");
  }

  private save(id: string, body: string): Answer {
    const { tab, text: content } = JSON.parse(body) as { tab: string; text: string };
    this.saved.set(`${id} ${tab}`, content);
    return text(200, "application/json", "{}");
  }

  private export(id: string, url: URL): Answer {
    const tab = url.searchParams.get("tab") ?? this.documents.get(id)?.document.tabs[0]?.id ?? "";
    switch (this.exportAnswer) {
      case "403":
        return refusal();
      case "html":
        return text(200, "text/html", "<!doctype html><title>Sign in</title><form></form>");
      case "redirect":
      case "redirect-closed": {
        const to = new URL(`${EXPORT_HOST}/export/${id}`);
        to.searchParams.set("tab", tab);
        to.searchParams.set("open", String(this.exportAnswer === "redirect"));
        return { status: 307, headers: { location: to.href }, body: "" };
      }
      case "ok":
        return this.exportOf(id, tab, {});
    }
  }

  private exported(url: URL): Answer {
    const id = url.pathname.split("/").at(-1) ?? "";
    const open = url.searchParams.get("open") === "true";
    const headers = open ? { "access-control-allow-origin": ORIGIN, "access-control-allow-credentials": "true" } : {};
    return this.exportOf(id, url.searchParams.get("tab") ?? "", headers as Record<string, string>);
  }

  private exportOf(id: string, tab: string, headers: Readonly<Record<string, string>>): Answer {
    const content = this.saved.get(`${id} ${tab}`);
    if (content === undefined) return text(404, "text/html", "<!doctype html><title>Page not found</title>");
    const answer = text(200, "text/plain", content);
    return {
      ...answer,
      headers: { ...answer.headers, ...headers, "content-disposition": 'attachment; filename="notes.txt"' },
    };
  }
}

function page(document: ReplicaDocument, options: Options): Answer {
  const nonce = randomBytes(16).toString("base64");
  const answer = text(200, "text/html", shell(document, options, nonce, css));
  const policy = `script-src 'nonce-${nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; object-src 'none'; base-uri 'self'`;
  return { ...answer, headers: { ...answer.headers, "content-security-policy": policy } };
}

const refusal = () => text(403, "text/html", "<!doctype html><title>You need access</title>");
const text = (status: number, type: string, body: string): Answer => ({
  status,
  headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" },
  body,
});
