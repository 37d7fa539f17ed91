/**
 * Characters that show nothing, or whose number differs between a text and its picture: spaces, controls, marks of
 * direction and of width zero. Comparing without them, a label agrees with its line whatever its spacing.
 */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\u2800\ufffc]/u;
const ALL_INVISIBLE = /[\s\p{Cc}\p{Cf}\u2800\ufffc]+/gu;

/** The characters of a text that can be seen. */
export const visibleOf = (text: string): string => text.replace(ALL_INVISIBLE, "");

/** Where each visible UTF-16 unit of a text stands in it, and last the text's length. */
export function visibleOffsets(text: string): Int32Array {
  const offsets = new Int32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    const width = code > 0xffff ? 2 : 1;
    if (!isInvisible(code)) for (let unit = 0; unit < width; unit++) offsets[count++] = at + unit;
    at += width;
  }
  offsets[count] = text.length;
  return offsets.subarray(0, count + 1);
}

function isInvisible(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  return INVISIBLE.test(String.fromCodePoint(code));
}

/** How many visible UTF-16 units stand before an offset of the text that `offsets` is of. */
export function visibleBefore(offsets: Int32Array, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
