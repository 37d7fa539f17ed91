import { type FileHandle, open } from "node:fs/promises";

/** Characters that are kept back until they are worth a write. */
const WORTH_A_WRITE = 1 << 18;

/** A new text file that is written bit by bit, and never held whole. */
export class TextFile {
  private waiting: string[] = [];
  private length = 0;

  private constructor(private readonly handle: FileHandle) {}

  static async create(path: string): Promise<TextFile> {
    return new TextFile(await open(path, "w"));
  }

  /** Adds one line. */
  async line(text: string): Promise<void> {
    this.waiting.push(text, "\n");
    this.length += text.length + 1;
    if (this.length >= WORTH_A_WRITE) await this.flush();
  }

  /** Writes what waits, and sees it onto the disk. */
  async close(): Promise<void> {
    await this.flush();
    await this.handle.sync();
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join("");
    this.waiting = [];
    this.length = 0;
    await this.handle.write(text);
  }
}
