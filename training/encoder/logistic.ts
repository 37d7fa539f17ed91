/** Weights of a logistic regression by Newton's method, one for each column; the rows are few columns wide. */
export function fitLogistic(rows: readonly (readonly number[])[], right: readonly boolean[], penalty = 1e-3): number[] {
  const columns = rows[0]?.length ?? 0;
  const weights = new Array<number>(columns).fill(0);
  for (let round = 0; round < 30; round++) {
    const slope = weights.map((weight) => penalty * weight);
    const bend = weights.map((_, at) => weights.map((_, other) => (at === other ? penalty : 0)));
    rows.forEach((row, n) => {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] as number), 0)));
      const off = chance - (right[n] ? 1 : 0);
      row.forEach((value, at) => {
        slope[at] = (slope[at] as number) + off * value;
        const own = bend[at] as number[];
        row.forEach((other, column) => {
          own[column] = (own[column] as number) + chance * (1 - chance) * value * other;
        });
      });
    });
    solve(bend, slope).forEach((step, at) => {
      weights[at] = (weights[at] as number) - step;
    });
  }
  return weights;
}

/** Solves a small system of equations that is positive definite, so that no row need be swapped. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  rows.forEach((row, at) => {
    const pivot = row[at] as number;
    rows.forEach((other, below) => {
      if (below === at) return;
      const factor = (other[at] as number) / pivot;
      row.forEach((value, column) => {
        other[column] = (other[column] as number) - factor * value;
      });
    });
  });
  return rows.map((row, at) => (row[row.length - 1] as number) / (row[at] as number));
}
