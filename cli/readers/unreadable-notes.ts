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
