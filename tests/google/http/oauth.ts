import type { Caller } from "../caller";
import { seeded } from "../random";
import type { Workspace } from "../workspace";

/** An OAuth client of the type "Web application", as the Cloud console keeps it. */
export interface Client {
  readonly id: string;
  readonly project: string;
  readonly redirectUris: readonly string[];
}

/** What the person does on Google's consent screen: `ask` shows it as a page. */
export type Consent = "allow" | "deny" | "ask";

interface Token {
  readonly client: Client;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly expires: number;
}

/** Seconds that an access token lives. */
const LIFE = 3599;
const KNOWN_SCOPES = /^(openid|email|profile|https:\/\/www\.googleapis\.com\/auth\/[a-z.]+)$/;

/** What the authorization endpoint answers: back to the app, Google's own error page, or the consent screen. */
export type Authorization =
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "ask"; readonly client: string; readonly scopes: readonly string[] };

/** Sign-in as Google does it for a client without a secret (`response_type=token`). */
export class OAuth {
  /** Who is signed in to Google in the browser; undefined for nobody. */
  person: string | undefined;
  consent: Consent = "allow";
  /** Scopes whose box the person leaves empty on the consent screen. */
  withheld: readonly string[] = [];
  private readonly tokens = new Map<string, Token>();
  private readonly consents = new Map<string, readonly string[]>();
  private readonly random = seeded(7);

  constructor(
    private readonly workspace: Workspace,
    private readonly clients: readonly Client[],
  ) {}

  private key(client: Client, user: string): string {
    return `${client.project} ${user}`;
  }

  /** A new token, as if the person had signed in through the client. */
  issue(clientId: string, user: string, scopes: readonly string[]): string {
    const client = this.clients.find(({ id }) => id === clientId);
    if (!client) throw new Error(`No client ${clientId} is registered.`);
    const token = `ya29.${Array.from({ length: 6 }, () => Math.floor(this.random() * 2 ** 32).toString(36)).join("")}`;
    this.tokens.set(token, { client, user, scopes, expires: this.workspace.clock.now() + LIFE * 1000 });
    const key = this.key(client, user);
    this.consents.set(key, [...new Set([...(this.consents.get(key) ?? []), ...scopes])]);
    return token;
  }

  private token(text: string): Token | undefined {
    const token = this.tokens.get(text);
    return token && token.expires > this.workspace.clock.now() ? token : undefined;
  }

  /** Who calls with a token, or undefined where it is unknown, expired or withdrawn. */
  caller(text: string): Caller | undefined {
    const token = this.token(text);
    return token && { user: token.user, project: token.client.project, scopes: token.scopes };
  }

  expire(text: string): void {
    this.tokens.delete(text);
  }

  /** Takes back all that the person gave to the app: by the app's own call, or in the person's account settings. */
  withdraw(text: string): boolean {
    const token = this.token(text);
    if (!token) return false;
    this.consents.delete(this.key(token.client, token.user));
    for (const [other, { client, user }] of this.tokens) {
      if (client.project === token.client.project && user === token.user) this.tokens.delete(other);
    }
    return true;
  }

  /** What `tokeninfo` says, or undefined where the token is not valid. */
  info(text: string): object | undefined {
    const token = this.token(text);
    if (!token) return undefined;
    const seconds = Math.floor((token.expires - this.workspace.clock.now()) / 1000);
    const email = token.scopes.some((scope) => /(^|userinfo\.)email$/.test(scope));
    return {
      azp: token.client.id,
      aud: token.client.id,
      scope: token.scopes.join(" "),
      exp: `${Math.floor(token.expires / 1000)}`,
      expires_in: `${seconds}`,
      access_type: "online",
      ...(email ? { email: token.user, email_verified: "true" } : {}),
    };
  }

  /** The authorization endpoint; `decision` is a press on the consent screen. */
  authorize(query: URLSearchParams, decision?: Exclude<Consent, "ask">): Authorization {
    const client = this.clients.find(({ id }) => id === query.get("client_id"));
    if (!client) return { kind: "error", code: "invalid_client" };
    const redirect = query.get("redirect_uri") ?? "";
    if (!client.redirectUris.includes(redirect)) return { kind: "error", code: "redirect_uri_mismatch" };
    if (query.get("response_type") !== "token") return { kind: "error", code: "unsupported_response_type" };
    const asked = (query.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
    if (asked.length === 0) return { kind: "error", code: "invalid_request" };
    if (!asked.every((scope) => KNOWN_SCOPES.test(scope))) return { kind: "error", code: "invalid_scope" };
    const back = (answer: Record<string, string>): Authorization => {
      const state = query.get("state");
      const fragment = new URLSearchParams({ ...(state === null ? {} : { state }), ...answer });
      return { kind: "redirect", to: `${redirect}#${fragment}` };
    };
    const { person } = this;
    const given = person === undefined ? [] : (this.consents.get(this.key(client, person)) ?? []);
    const silent = query.get("prompt") === "none";
    const agreed = asked.every((scope) => given.includes(scope)) && query.get("prompt") !== "consent";
    if (silent && (person === undefined || !agreed)) return back({ error: "interaction_required" });
    if (person === undefined) return { kind: "error", code: "sign_in_required" };
    if (!agreed) {
      const choice = decision ?? this.consent;
      if (choice === "ask") return { kind: "ask", client: client.id, scopes: asked };
      if (choice === "deny") return back({ error: "access_denied" });
    }
    const scopes = agreed ? asked : asked.filter((scope) => !this.withheld.includes(scope));
    return back({
      access_token: this.issue(client.id, person, scopes),
      token_type: "Bearer",
      expires_in: `${LIFE}`,
      scope: scopes.join(" "),
    });
  }
}
