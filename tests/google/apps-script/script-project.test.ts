import { describe, expect, test } from "vitest";
import { scopes } from "../caller";
import { ManualClock } from "../clock";
import { Workspace } from "../workspace";
import { press, textsOf } from "./cards/reading";
import { cutAt, noPermission, onCall, quotaExhausted, slow } from "./faults";
import { type Manifest, type RunOptions, SCRIPT_LIMIT, ScriptProject } from "./script-project";

const user = "ana@school.org";
const manifest: Manifest = {
  oauthScopes: scopes("drive.file", "script.scriptapp", "userinfo.email"),
  dependencies: {
    enabledAdvancedServices: [
      { userSymbol: "Sheets", serviceId: "sheets", version: "v4" },
      { userSymbol: "Docs", serviceId: "docs", version: "v1" },
    ],
  },
};
const projectOf = (bundle: string, workspace = new Workspace(), isAddOn = true) =>
  new ScriptProject({ workspace, bundle, manifest, isAddOn });
/** Runs the body of one function in a script of its own. */
const runBody = (body: string, options: Partial<RunOptions> = {}) =>
  projectOf(`function main(e) { ${body} }`).run("main", { user, ...options });
const resultOf = (body: string, options: Partial<RunOptions> = {}): unknown => {
  const outcome = runBody(body, options);
  if (outcome.status !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.value;
};
const messageOf = (body: string, options: Partial<RunOptions> = {}): string => {
  const outcome = runBody(body, options);
  return outcome.status === "failed" ? `${outcome.error.name}: ${outcome.error.message}` : outcome.status;
};

describe("the world of a script", () => {
  test.each([
    "URL",
    "TextEncoder",
    "setTimeout",
    "fetch",
    "structuredClone",
    "WebAssembly",
    "SharedArrayBuffer",
    "Atomics",
    "process",
    "require",
    "window",
    "Intl.Segmenter",
  ])("has no %s", (name) => {
    expect(resultOf(`return typeof ${name}`)).toBe("undefined");
  });

  test("keeps nothing of its own variables from one execution to the next", () => {
    const project = projectOf("var runs = 0; function main() { return ++runs; }");
    expect([1, 2].map(() => project.run("main", { user }))).toMatchObject([{ value: 1 }, { value: 1 }]);
  });

  test("tells the time of the workspace's clock", () => {
    const workspace = new Workspace({ clock: new ManualClock(Date.UTC(2026, 0, 2)) });
    const project = projectOf(
      "function main() { return [new Date().toISOString(), Date.now(), new Date(5).getTime(), new Date() instanceof Date]; }",
      workspace,
    );
    expect(project.run("main", { user })).toMatchObject({
      value: ["2026-01-02T00:00:00.000Z", Date.UTC(2026, 0, 2), 5, true],
    });
  });

  test("gives plain values of its own world", () => {
    const body =
      "const made = Sheets.Spreadsheets.create({}); return [made instanceof Object, made.sheets instanceof Array]";
    expect(resultOf(body)).toEqual([true, true]);
  });

  test("names a function that is not there", () => {
    expect(projectOf("").run("main", { user })).toMatchObject({
      error: { message: "Script function not found: main" },
    });
  });
});

describe("what is not faked fails the test, even where the script catches it", () => {
  test.each([
    ["SpreadsheetApp.getActive()", "SpreadsheetApp.getActive is not faked"],
    ["Sheets.Spreadsheets.Sheets.copyTo({}, 'a', 0)", "Sheets.Spreadsheets.Sheets is not faked"],
    ["CardService.newGrid()", "CardService.newGrid is not faked"],
    ["ScriptApp.newTrigger('a').forUserCalendar('b')", "TriggerBuilder.forUserCalendar is not faked"],
  ])("%s", (code, message) => {
    expect(() => runBody(`try { ${code} } catch (error) {}`)).toThrow(message);
  });

  test("a service that the manifest does not enable is not there", () => {
    expect(resultOf("return typeof Drive")).toBe("undefined");
  });
});

describe("an execution is ended", () => {
  const body =
    "for (;;) { try { Utilities.sleep(10000) } catch (error) { PropertiesService.getScriptProperties().getKeys() } }";

  test("after 30 seconds in a card, whatever the script catches", () => {
    expect(runBody(body)).toMatchObject({
      status: "killed",
      reason: "Exceeded maximum execution time",
      elapsed: 40_000,
    });
  });

  test("after 6 minutes in a trigger", () => {
    expect(runBody(body, { limit: SCRIPT_LIMIT })).toMatchObject({ status: "killed", elapsed: 370_000 });
  });

  test("where the document answers too late", () => {
    const faults = onCall("Properties.getProperty", slow(25_000));
    const read = "PropertiesService.getScriptProperties().getProperty('a');";
    expect(runBody(read, { faults })).toMatchObject({ status: "done", elapsed: 25_000 });
    expect(runBody(read + read, { faults })).toMatchObject({ status: "killed" });
  });

  test.each([
    ["before", undefined],
    ["after", "1"],
  ] as const)("by a cut %s a call, and no later call has an effect", (when, kept) => {
    const project = projectOf(`function main() {
      const properties = PropertiesService.getScriptProperties();
      try { properties.setProperty("a", "1"); } finally { properties.setProperty("b", "2"); }
    }`);
    expect(project.run("main", { user, faults: cutAt(1, when) })).toMatchObject({ status: "killed" });
    expect(project.stores.properties.get("script")?.get("a")).toBe(kept);
    expect(project.stores.properties.get("script")?.has("b")).toBe(false);
  });

  test("by a cut at any call, with all effects before it and none behind", () => {
    const bundle = `function main() { for (let i = 0; i < 5; i++) PropertiesService.getScriptProperties().setProperty("k" + i, "v"); }`;
    for (let index = 1; index <= 5; index++) {
      for (const when of ["before", "after"] as const) {
        const project = projectOf(bundle);
        const outcome = project.run("main", { user, faults: cutAt(index, when) });
        expect(outcome).toMatchObject({ status: "killed", calls: { length: index } });
        expect(project.stores.properties.get("script")?.size).toBe(when === "before" ? index - 1 : index);
      }
    }
  });

  test("by its own computing, where that is counted", () => {
    const bundle = "function main() { let sum = 0; for (let i = 0; i < 1e6; i++) sum += i; return sum; }";
    const run = (computing: number) =>
      new ScriptProject({ workspace: new Workspace(), bundle, manifest, computing }).run("main", { user }).status;
    expect([run(0), run(1e6)]).toEqual(["done", "killed"]);
  });

  test("which gives its locks back", () => {
    const project = projectOf("function main() { LockService.getScriptLock().tryLock(0); Utilities.sleep(60000); }");
    expect(project.run("main", { user })).toMatchObject({ status: "killed" });
    expect(project.stores.locks.size).toBe(0);
  });
});

describe("a failed call", () => {
  test("of an advanced service throws GoogleJsonResponseException with details", () => {
    const body =
      "try { Sheets.Spreadsheets.get('x') } catch (error) { return [error instanceof Error, error.name, error.message, error.details.code] }";
    expect(resultOf(body)).toEqual([
      true,
      "GoogleJsonResponseException",
      "API call to sheets.spreadsheets.get failed with error: Requested entity was not found.",
      404,
    ]);
  });

  test.each([
    [quotaExhausted, 429],
    [noPermission, 403],
  ])("by a fault says what Google says", (fault, code) => {
    const body = "try { Sheets.Spreadsheets.create({}) } catch (error) { return error.details.code }";
    expect(resultOf(body, { faults: onCall("Sheets.Spreadsheets.create", fault) })).toBe(code);
  });

  test("without the scope says which is needed", () => {
    expect(messageOf("Session.getActiveUser()", { scopes: [] })).toBe(
      "Exception: Specified permissions are not sufficient to call Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email",
    );
    expect(messageOf("Sheets.Spreadsheets.create({})", { scopes: [] })).toContain("insufficient authentication scopes");
  });

  test("with arguments of the wrong kind names the signature", () => {
    expect(messageOf("PropertiesService.getScriptProperties().setProperty('a', 1)")).toBe(
      "Exception: The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
  });
});

describe("properties, caches and locks", () => {
  const properties = "const properties = PropertiesService.getScriptProperties();";

  test("a property holds 9 KB", () => {
    expect(
      resultOf(
        `${properties} properties.setProperty("a", "x".repeat(9216)); return properties.getProperty("a").length`,
      ),
    ).toBe(9216);
    expect(messageOf(`${properties} properties.setProperty("a", "x".repeat(9217))`)).toBe(
      "Exception: Argument too large: value",
    );
    expect(messageOf(`${properties} properties.setProperty("a", "é".repeat(5000))`)).toBe(
      "Exception: Argument too large: value",
    );
  });

  test("a store holds 500 KB", () => {
    expect(
      messageOf(`${properties} for (let i = 0; i < 60; i++) properties.setProperty("k" + i, "x".repeat(9000))`),
    ).toContain("You have exceeded the property storage quota");
  });

  test("a person's properties are theirs alone", () => {
    const project = projectOf(
      "function main(e) { const own = PropertiesService.getUserProperties(); const had = own.getProperty('a'); own.setProperty('a', e.value); return had; }",
    );
    const run = (who: string) => project.run("main", { user: who, event: { value: who } });
    expect([run("a@x.org"), run("b@x.org"), run("a@x.org")]).toMatchObject([
      { value: null },
      { value: null },
      { value: "a@x.org" },
    ]);
  });

  test("a cached value holds 100 KB and lives 6 hours at most", () => {
    const cache = "const cache = CacheService.getScriptCache();";
    expect(messageOf(`${cache} cache.put("a", "x".repeat(102401))`)).toBe("Exception: Argument too large: value");
    expect(messageOf(`${cache} cache.put("a", "x", 21601)`)).toContain("expirationInSeconds");
    expect(
      resultOf(`${cache} cache.put("a", "x", 20); Utilities.sleep(21000); return cache.get("a")`, {
        limit: SCRIPT_LIMIT,
      }),
    ).toBeNull();
  });

  test("a cache keeps the 900 of 1,001 values that live longest", () => {
    const body = `const cache = CacheService.getUserCache();
      for (let i = 0; i < 1001; i++) cache.put("k" + i, "v", 1000 + i);
      return [cache.get("k100"), cache.get("k101"), cache.get("k1000")];`;
    expect(resultOf(body, { limit: SCRIPT_LIMIT })).toEqual([null, "v", "v"]);
  });

  test("a lock that another execution holds is waited for in vain, and then free", () => {
    const project = projectOf("function main() { return LockService.getScriptLock().tryLock(5000); }");
    const meanwhile = {
      kind: "meanwhile" as const,
      run: () => inner.push(project.run("main", { user: "b@school.org" })),
    };
    const inner: unknown[] = [];
    const other = projectOf(
      "function main() { const lock = LockService.getScriptLock(); lock.tryLock(0); lock.hasLock(); return true; }",
    );
    Object.assign(project, { stores: other.stores });
    expect(other.run("main", { user, faults: onCall("Lock.hasLock", meanwhile) })).toMatchObject({ value: true });
    expect(inner).toMatchObject([{ value: false, elapsed: 5030 }]);
    expect(project.run("main", { user })).toMatchObject({ value: true });
  });

  test("waitLock throws where the time is over", () => {
    const project = projectOf("function main() { LockService.getScriptLock().waitLock(1000); }");
    project.holdScriptLock();
    expect(project.run("main", { user })).toMatchObject({
      error: { message: expect.stringContaining("Lock timeout") },
    });
  });
});

describe("triggers", () => {
  const hourly = "ScriptApp.newTrigger('work').timeBased().everyHours(1).create();";

  test("of an add-on run once an hour at most", () => {
    expect(messageOf("ScriptApp.newTrigger('work').timeBased().everyMinutes(30).create()")).toContain(
      "at least 1 hour(s) apart",
    );
    expect(messageOf("ScriptApp.newTrigger('work').timeBased().everyHours(3).create()")).toContain(
      "Invalid argument: 3",
    );
  });

  test("of an add-on are one a person", () => {
    expect(messageOf(hourly + hourly)).toContain("too many time-based triggers");
  });

  test("of a script are 20 a person", () => {
    const project = projectOf(`function main() { for (let i = 0; i < 21; i++) ${hourly} }`, new Workspace(), false);
    expect(project.run("main", { user })).toMatchObject({
      error: { message: expect.stringContaining("too many triggers") },
    });
    expect(project.stores.triggers).toHaveLength(20);
  });

  test("run when their hour has come, as the person who made them, and again an hour later", () => {
    const clock = new ManualClock();
    const project = projectOf(
      `function main() { ${hourly} } function work() { return Session.getEffectiveUser().getEmail(); }`,
      new Workspace({ clock }),
    );
    project.run("main", { user });
    expect(project.runDueTriggers()).toEqual([]);
    clock.advance(3_600_000);
    expect(project.runDueTriggers()).toMatchObject([{ status: "done", value: user }]);
    expect(project.dueTriggers()).toEqual([]);
    clock.advance(3_600_000);
    expect(project.dueTriggers()).toHaveLength(1);
  });

  test("of a consumer run 90 minutes a day, and again the next day", () => {
    const clock = new ManualClock(0);
    const bundle = `function main() { ${hourly} } function work() { Utilities.sleep(300000); }`;
    const project = new ScriptProject({ workspace: new Workspace({ clock }), bundle, manifest, account: "consumer" });
    project.run("main", { user });
    const runs = Array.from({ length: 40 }, () => {
      clock.advance(3_600_000 - 300_000);
      return project.runDueTriggers().length;
    });
    expect(runs.slice(0, 22)).toEqual([0, ...Array.from({ length: 18 }, () => 1), 0, 0, 0]);
    expect(runs.slice(30)).toContain(1);
  });

  test("are listed and deleted by their id", () => {
    expect(
      resultOf(`${hourly} const [first] = ScriptApp.getProjectTriggers(); ScriptApp.deleteTrigger(first);
        return [first.getHandlerFunction(), ScriptApp.getProjectTriggers().length]`),
    ).toEqual(["work", 0]);
  });
});

describe("cards", () => {
  const button = `CardService.newTextButton().setText("Go").setOnClickAction(
    CardService.newAction().setFunctionName("go").setParameters({ id: "7" }))`;
  const cardWith = (widget: string) =>
    `return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle("T"))
      .addSection(CardService.newCardSection().addWidget(${widget})).build()`;

  test("come out as plain trees whose texts and presses can be read", () => {
    const tree = resultOf(cardWith(`CardService.newButtonSet().addButton(${button})`));
    expect(textsOf(tree)).toEqual(["T", "Go"]);
    expect(press(tree, "Go")).toEqual({ functionName: "go", parameters: { id: "7" } });
    expect(() => press(tree, "Stop")).toThrow('there is "Go"');
  });

  test.each([
    [
      "numbers as action parameters",
      "CardService.newAction().setParameters({ id: 7 })",
      "method signature for CardService.Action.setParameters",
    ],
    ["a number as text", "CardService.newTextParagraph().setText(7)", "The parameters (number) don't match"],
    [
      "a widget of the wrong kind",
      "CardService.newCardSection().addWidget(CardService.newCardHeader())",
      "CardService.CardHeader",
    ],
    [
      "a builder that was not built",
      "CardService.newNavigation().pushCard(CardService.newCardBuilder())",
      "method signature",
    ],
    [
      "a button without an action",
      'CardService.newButtonSet().addButton(CardService.newTextButton().setText("a"))',
      "exactly one action",
    ],
    ["a header without a title", "CardService.newCardBuilder().setHeader(CardService.newCardHeader())", "no title"],
    [
      "an input without a name",
      'CardService.newCardSection().addWidget(CardService.newTextInput().setTitle("a"))',
      "no fieldName",
    ],
  ])("refuse %s", (_, code, message) => {
    expect(messageOf(code)).toContain(message);
  });

  test("in an answer to a press come out as trees too", () => {
    const answer =
      resultOf(`${cardWith(`CardService.newButtonSet().addButton(${button})`).replace("return", "const card =")};
      return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().updateCard(card).popCard())
        .setNotification(CardService.newNotification().setText("Done")).build()`);
    expect(textsOf(answer)).toEqual(["T", "Go", "Done"]);
    expect(answer).toMatchObject({
      kind: "ActionResponse",
      navigation: { steps: [{ kind: "update", card: { kind: "Card" } }, { kind: "pop" }] },
    });
    expect(press(answer, "Go").functionName).toBe("go");
  });

  test.each([
    ["a text", '"done"'],
    ["nothing", "undefined"],
    ["a builder that was not built", "CardService.newActionResponseBuilder()"],
  ])("are what a host application takes, and not %s", (_, value) => {
    const project = projectOf(`function main() { return ${value}; }`);
    expect(project.runCard("main", { user })).toMatchObject({
      error: { message: expect.stringContaining("cannot be used by the add-ons platform") },
    });
  });

  test("have 100 sections of 100 widgets at most", () => {
    const paragraph = `CardService.newTextParagraph().setText("a")`;
    expect(
      messageOf(`const section = CardService.newCardSection(); for (let i = 0; i < 101; i++) section.addWidget(${paragraph});
      CardService.newCardBuilder().addSection(section)`),
    ).toContain("at most 100 widgets");
    expect(
      messageOf(`const card = CardService.newCardBuilder(); for (let i = 0; i < 101; i++)
      card.addSection(CardService.newCardSection().addWidget(${paragraph})); card.build()`),
    ).toContain("at most 100 sections");
  });
});

describe("utilities", () => {
  test.each([
    [
      "Utilities.formatDate(new Date(Date.UTC(2026, 8, 7, 14, 5, 9)), 'America/New_York', \"yyyy-MM-dd'T'HH:mm:ssXXX EEE\")",
      "2026-09-07T10:05:09-04:00 Mon",
    ],
    ["Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').slice(0, 3)", [-112, 1, 80]],
    ["Utilities.base64Encode('é', Utilities.Charset.UTF_8)", "w6k="],
    ["Utilities.base64Encode('é')", "Pw=="],
  ])("%s", (code, value) => {
    expect(resultOf(`return ${code}`)).toEqual(value);
  });
});
