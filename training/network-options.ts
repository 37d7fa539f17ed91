import type { FitOptions } from "./fit-network";

/** How the compact reader's network learns. */
export const NETWORK_OPTIONS: FitOptions = {
  units: 56,
  epochs: 10,
  rate: 2e-3,
  penalty: 2e-5,
  drop: 0.5,
  stanceWeight: 1,
  least: 0.5,
  roundAfter: 6,
  seed: 1,
};
