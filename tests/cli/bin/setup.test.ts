import { describe, expect, test } from "vitest";
import about from "../../../package.json" with { type: "json" };
import { ended, root, start } from "../plumbline";

/** Runs `plumbline --version` on a Node that calls itself by this version. */
async function on(version: string) {
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  const pretend = `data:text/javascript,Object.defineProperty(process, "versions", { value: ${versions} })`;
  return ended(start(["--import", pretend, "cli/bin/plumbline.mjs"], ["--version"], { cwd: root }));
}

describe("the setup", () => {
  test.each(["20.19.0", "20.20.2", "22.13.0", "24.0.0", "25.1.0"])("takes Node %s", async (version) => {
    expect(await on(version)).toEqual({ code: 0, out: `${about.version}\n`, err: "" });
  });

  test.each(["18.20.0", "20.18.9", "21.20.0", "22.12.0", "23.20.0"])(
    "refuses Node %s before anything is loaded, and says which will do",
    async (version) => {
      const { code, out, err } = await on(version);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(`this is ${version}.`);
      expect(err).toMatch(/20\.19.+22\.13.+24/);
      expect(err).toContain("Install a current Node");
    },
  );

  test("takes what package.json says", () => {
    expect(about.engines.node).toBe("^20.19.0 || ^22.13.0 || >=24.0.0");
  });
});
