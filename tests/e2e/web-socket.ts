import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Socket } from "node:net";

const ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const [CONTINUED, TEXT, CLOSE, PING, PONG] = [0, 1, 8, 9, 10];

/** A WebSocket for text messages. Node has one of its own from version 22; until then this is the part we need. */
export class WebSocketClient {
  onMessage: (text: string) => void = () => {};
  onClose: () => void = () => {};
  private received = Buffer.alloc(0);
  private parts: Buffer[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on("data", (bytes) => this.read(bytes));
    socket.on("close", () => this.onClose());
    socket.on("error", () => socket.destroy());
  }

  /** Connects to a `ws://` address. */
  static open(address: string): Promise<WebSocketClient> {
    const key = randomBytes(16).toString("base64");
    const headers = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": key,
    };
    return new Promise((opened, failed) => {
      const asked = request(address.replace(/^ws/, "http"), { headers });
      asked.on("error", failed);
      asked.on("response", ({ statusCode }) =>
        failed(new Error(`${address} answered ${statusCode}, not a WebSocket.`)),
      );
      asked.on("upgrade", (response, socket, head) => {
        const expected = createHash("sha1")
          .update(key + ACCEPT_SALT)
          .digest("base64");
        if (response.headers["sec-websocket-accept"] !== expected) failed(new Error(`${address} is not a WebSocket.`));
        const client = new WebSocketClient(socket as Socket);
        client.read(head);
        opened(client);
      });
      asked.end();
    });
  }

  send(text: string): void {
    this.write(TEXT as number, Buffer.from(text));
  }

  close(): void {
    this.socket.destroy();
  }

  private write(kind: number, payload: Buffer): void {
    const { length } = payload;
    const size = Buffer.alloc(length < 126 ? 1 : length < 65_536 ? 3 : 9);
    if (length < 126) size[0] = length;
    else if (length < 65_536) {
      size[0] = 126;
      size.writeUInt16BE(length, 1);
    } else {
      size[0] = 127;
      size.writeBigUInt64BE(BigInt(length), 1);
    }
    size[0] = (size[0] ?? 0) | 0x80;
    const mask = randomBytes(4);
    const masked = payload.map((byte, at) => byte ^ (mask[at % 4] as number));
    this.socket.write(Buffer.concat([Buffer.from([0x80 | kind]), size, mask, masked]));
  }

  private read(bytes: Buffer): void {
    this.received = Buffer.concat([this.received, bytes]);
    for (;;) {
      const frame = this.nextFrame();
      if (!frame) return;
      if (frame.kind === PING) this.write(PONG as number, frame.payload);
      else if (frame.kind === CLOSE) this.socket.end();
      else if (frame.kind === TEXT || frame.kind === CONTINUED) {
        this.parts.push(frame.payload);
        if (frame.last) this.onMessage(Buffer.concat(this.parts.splice(0)).toString("utf8"));
      }
    }
  }

  /** Takes one whole frame off what has come so far. A server does not mask. */
  private nextFrame(): { kind: number; last: boolean; payload: Buffer } | undefined {
    const { received } = this;
    if (received.length < 2) return undefined;
    const [first, short] = [received[0] as number, (received[1] as number) & 0x7f];
    const start = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (received.length < start) return undefined;
    const length =
      short === 127 ? Number(received.readBigUInt64BE(2)) : short === 126 ? received.readUInt16BE(2) : short;
    if (received.length < start + length) return undefined;
    this.received = received.subarray(start + length);
    return { kind: first & 0x0f, last: first >= 0x80, payload: received.subarray(start, start + length) };
  }
}
