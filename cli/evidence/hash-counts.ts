const FIRST_ROOM = 1024;
/** Share of the room that may be taken before it grows. */
const FULL = 0.6;
const MOST = 255;

/**
 * Counts by hash in a few bytes each, since one team may bring millions of lines: whole numbers from 0 up to 2^52, each
 * counted up to 255.
 */
export class HashCounts {
  private keys = new Float64Array(FIRST_ROOM);
  private counts = new Uint8Array(FIRST_ROOM);
  private used = 0;

  /** Counts one more of it. */
  add(hash: number): void {
    if (this.used > this.keys.length * FULL) this.grow();
    const at = this.placeOf(hash);
    if (this.keys[at] === 0) {
      this.keys[at] = hash + 1;
      this.used++;
    }
    const count = this.counts[at] as number;
    if (count < MOST) this.counts[at] = count + 1;
  }

  /** How often it was counted. */
  of(hash: number): number {
    return this.counts[this.placeOf(hash)] as number;
  }

  /** Where it is, or the free place where it would be. 0 marks a free place, so that hashes are kept plus one. */
  private placeOf(hash: number): number {
    const { keys } = this;
    const last = keys.length - 1;
    // Both halves of the hash, since the lower bits alone may be alike.
    let at = (hash ^ (hash / 0x1_0000_0000)) & last;
    while (keys[at] !== 0 && keys[at] !== hash + 1) at = (at + 1) & last;
    return at;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.counts = new Uint8Array(keys.length * 2);
    keys.forEach((key, from) => {
      if (key === 0) return;
      const to = this.placeOf(key - 1);
      this.keys[to] = key;
      this.counts[to] = counts[from] as number;
    });
  }
}
