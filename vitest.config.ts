import { defineConfig } from "vitest/config";

// A slow machine is no failure: the limit is there for tests that hang.
export default defineConfig({ test: { include: ["tests/**/*.test.ts"], testTimeout: 60_000 } });
