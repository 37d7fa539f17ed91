/** A table from pairs of numbers to numbers, by open addressing over flat arrays. */
export class PairTable {
  private first = new Int32Array(1024).fill(-1);
  private second = new Int32Array(1024);
  private values = new Int32Array(1024);
  private count = 0;

  set(a: number, b: number, value: number): void {
    if (this.count * 3 > this.first.length) this.grow();
    const at = this.slot(a, b);
    if (this.first[at] === -1) this.count++;
    this.first[at] = a;
    this.second[at] = b;
    this.values[at] = value;
  }

  /** The number of a pair, or 0. */
  get(a: number, b: number): number {
    return this.values[this.slot(a, b)] as number;
  }

  /** Where the pair stands, or the free place where it would. */
  private slot(a: number, b: number): number {
    const { first, second } = this;
    const mask = first.length - 1;
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (first[at] !== -1 && (first[at] !== a || second[at] !== b)) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { first, second, values } = this;
    const size = first.length * 2;
    this.first = new Int32Array(size).fill(-1);
    this.second = new Int32Array(size);
    this.values = new Int32Array(size);
    this.count = 0;
    for (let at = 0; at < first.length; at++) {
      if (first[at] !== -1) this.set(first[at] as number, second[at] as number, values[at] as number);
    }
  }
}
