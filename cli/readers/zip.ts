import { inflateRawSync } from "node:zlib";
import { UnreadableNotes } from "./unreadable-notes";

/** A zip file whose parts are unpacked one at a time, and only as far as the limits allow. */
export interface Zip {
  readonly names: readonly string[];
  /** Unpacks a part; throws `UnreadableNotes` where it is damaged, locked or absurdly large. */
  read(name: string): Uint8Array;
}

/** Bytes that all parts together may say they unpack to. */
const LARGEST_WHOLE = 200 * 1024 * 1024;

/** How many times its packed size a part may unpack to, past the first ten MiB. Word's own parts stay below 100. */
const LARGEST_RATIO = 200;
const FREE_OF_RATIO = 10 * 1024 * 1024;

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];

interface Entry {
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly locked: boolean;
  readonly at: number;
}

/**
 * Reads the list of parts. Own code, for JSZip (which mammoth would use) unpacks a part whole before it can be told that
 * it is too large, and unpacks pictures nobody asked for.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = guarded(() => entriesOf(view, bytes));
  let whole = 0;
  for (const { packed, unpacked } of entries.values()) {
    whole += unpacked;
    if (whole > LARGEST_WHOLE || unpacked > Math.max(FREE_OF_RATIO, packed * LARGEST_RATIO)) throw tooLarge();
  }
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw damaged();
      if (entry.locked) throw locked();
      return guarded(() => unpack(entry, view, bytes));
    },
  };
}

function entriesOf(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const end = endOf(view);
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The list's own end is found from behind, for a comment of up to 64 KiB may follow it. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw damaged();
}

function unpack(entry: Entry, view: DataView, bytes: Uint8Array): Uint8Array {
  if (view.getUint32(entry.at, true) !== LOCAL) throw damaged();
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw damaged();
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  // A part that holds more than it says is built to deceive.
  return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
}

/** Reading past the end and broken compression throw errors of many kinds, and all mean the same. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UnreadableNotes ? error : damaged(error);
  }
}

const damaged = (cause?: unknown) =>
  new UnreadableNotes(
    "This file is damaged or was not downloaded to the end.",
    "Download it again, or open it in Word or Google Docs and save it as .docx once more.",
    { cause },
  );

const locked = () =>
  new UnreadableNotes("This file is locked with a password.", "Save a copy without the password and use that.");

const tooLarge = () =>
  new UnreadableNotes(
    "This file would unpack to an absurd size, which no meeting notes do.",
    "If it is yours, copy its text into a new document and save that as .docx.",
  );
