import { type Path, placeOf, type Report } from "./faults";

/** Gathers where codes are named, so that a removed indicator gives one fault and not one for each place. */
export class CodeUses {
  private readonly known: ReadonlySet<string>;
  private readonly unknown = new Map<string, Path[]>();

  constructor(codes: readonly string[]) {
    this.known = new Set(codes);
  }

  /** Takes down that a code is named at a place. */
  note(code: string, path: Path): void {
    if (this.known.has(code)) return;
    const places = this.unknown.get(code);
    if (places) places.push(path);
    else this.unknown.set(code, [path]);
  }

  /** Reports each code that the rubric lacks, at the first place that names it. */
  reportUnknown(report: Report): void {
    for (const [code, [first = [], ...others]] of this.unknown) {
      const places = others.map(placeOf);
      const more = places.length > 3 ? `${places.length} other places` : places.join(", ");
      report(
        first,
        `There is no indicator ${code} in this rubric.`,
        `Correct the code, or remove this entry.${more ? ` It is also named at ${more}.` : ""}`,
      );
    }
  }
}
