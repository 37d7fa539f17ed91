import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/e2e/build-extension.ts"],
    // A slow machine is no failure: the limit is there for tests that hang.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // Tests in a browser mostly wait; one file at a time would leave a core idle.
    maxWorkers: "100%",
  },
});
