/** Decodes a text file: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else windows-1252; the mark is left out. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Older Word and Notepad save so, and every byte has a meaning in it, so that this cannot fail.
    return windows1252(bytes);
  }
}

/** Characters 0x80 to 0x9F of https://encoding.spec.whatwg.org/index-windows-1252.txt; the five that it lacks stay controls. */
const UPPER = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Node 20 and 22 decode windows-1252 as Latin-1 and lose curly quotes and dashes (https://github.com/nodejs/node/issues/56542). */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\u0080-\u009f]/g, (character) => UPPER.charAt(character.charCodeAt(0) - 0x80));
}
