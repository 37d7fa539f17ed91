/** Thrown where a file cannot be read; `problem` and `remedy` are plain sentences for a teacher. */
export class UnreadableNotes extends Error {
  readonly problem: string;
  readonly remedy: string;

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(`${problem} ${remedy}`, options);
    this.name = "UnreadableNotes";
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** A report that an earlier run wrote beside the notes. */
export class CoverageReport extends UnreadableNotes {
  constructor() {
    super("This is a coverage report of Plumbline, not notes.", "Name the notes that it was made from.");
  }
}
