import { WebSocketClient } from "./web-socket";

interface Reply {
  readonly id?: number;
  readonly type: "success" | "error" | "event";
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** A WebDriver BiDi session: commands by name, as https://w3c.github.io/webdriver-bidi/ lists them. */
export class Bidi {
  private next = 1;
  private readonly waiting = new Map<number, { done: (result: never) => void; failed: (error: Error) => void }>();

  private constructor(private readonly socket: WebSocketClient) {
    socket.onMessage = (text) => this.receive(JSON.parse(text) as Reply);
    socket.onClose = () => {
      for (const { failed } of this.waiting.values()) failed(new Error("The browser has gone."));
      this.waiting.clear();
    };
  }

  /** Starts a session that takes any certificate. */
  static async connect(address: string): Promise<Bidi> {
    const bidi = new Bidi(await WebSocketClient.open(`${address}/session`));
    await bidi.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return bidi;
  }

  /** Sends a command; throws what the browser says against it. */
  send<Result = unknown>(method: string, params: Readonly<Record<string, unknown>>): Promise<Result> {
    const id = this.next++;
    return new Promise<Result>((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.socket.close();
  }

  private receive({ id, type, result, error, message }: Reply): void {
    const asked = id === undefined ? undefined : this.waiting.get(id);
    if (!asked || id === undefined) return;
    this.waiting.delete(id);
    if (type === "success") asked.done(result as never);
    else asked.failed(new Error(`${error}: ${message}`));
  }
}
