import { defineConfig } from "vitest/config";

const EXTENSION = "tests/extension/**/*.test.ts";

const limits = {
  // A slow machine is no failure: the limit is there for tests that hang.
  testTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    globalSetup: ["tests/e2e/build-extension.ts"],
    // Tests in a browser mostly wait; one file at a time would leave a core idle.
    maxWorkers: "100%",
    projects: [
      {
        // A worker keeps what it has imported from one file to the next: anew for each, imports took an eighth of all time.
        test: { name: "all", include: ["tests/**/*.test.ts"], exclude: [EXTENSION], isolate: false, ...limits },
      },
      // Its modules hold on to the browser that they were loaded in, and each file brings its own.
      { test: { name: "extension", include: [EXTENSION], ...limits } },
    ],
  },
});
