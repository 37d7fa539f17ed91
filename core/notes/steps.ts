/** Work that can be laid aside: at each `yield` it may wait, so that a page stays quick. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Does all steps at once. */
export function finish<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
