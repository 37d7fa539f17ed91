import type { Services } from "../worker/services";
export const runSelfTest = (_: Services): string => "";
