import { expect, test } from "vitest";
import { describeInChromium } from "../e2e/in-browser";
import { documentFromNotes } from "./document";
import { hardCases, longDocument } from "./generate";
import { nameExtension } from "./named";

describeInChromium("The editor's page", {}, (browser) => {
  test("has the elements that Google Docs has around a document", async () => {
    const { page } = await browser().open(hardCases());
    const counts = await page.evaluate(() =>
      [
        "#docs-header-container",
        "#docs-titlebar",
        "#docs-title-widget .docs-title-input",
        "#docs-menubar",
        "#docs-toolbar-wrapper",
        '#docs-toolbar-mode-switcher[aria-label="Editing mode"]',
        ".docs-ruler",
        ".left-sidebar-container",
        ".kix-appview-editor-container > .kix-appview-editor",
        ".kix-appview-editor .kix-rotatingtilemanager > .kix-rotatingtilemanager-content",
        "iframe.docs-texteventtarget-iframe",
        ".kix-page",
      ].map((selector) => document.querySelectorAll(selector).length),
    );
    expect(counts).toEqual([1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 0]);
    expect(await page.locator(".docs-title-input").inputValue()).toBe("Hard cases");
    expect(await page.locator(".kix-paragraphrenderer, .kix-lineview").allTextContents()).toSatisfy(
      (texts: string[]) => texts.length > 0 && texts.every((text) => text === ""),
    );
  });

  test("comes piece by piece when it is told to", async () => {
    const { page } = await browser().open(hardCases(), { boots: "when told" }, nameExtension);
    const there = () =>
      page.evaluate(() => [
        ...["#docs-header-container", ".kix-appview-editor", ".kix-page-paginated", "rect[aria-label]"].map(
          (selector) => document.querySelector(selector) !== null,
        ),
        window._docs_annotate_getAnnotatedText !== undefined,
      ]);
    const seen = [await there()];
    const pieces = [];
    for (;;) {
      const piece = await page.evaluate(() => window.__replica.boot());
      if (piece === undefined) break;
      pieces.push(piece);
      seen.push(await there());
    }
    expect(pieces).toEqual(["scroller", "pages", "rects", "text"]);
    expect(seen.map((all) => all.filter(Boolean).length)).toEqual([1, 2, 3, 4, 5]);
  });

  test("can show where its pages stand, what is painted and the rects a frame apart", async () => {
    const editor = await browser().open(longDocument(12), { frames: "apart" }, nameExtension);
    const frames = await editor.page.evaluate(async () => {
      const { scrollTo, set, settled, livePages, under } = window.__replica;
      set({ colleague: false });
      await settled();
      const now = () => {
        const page = [...document.querySelectorAll<HTMLElement>(".kix-page-paginated")].find(
          ({ style }) => style.top === "4264px",
        );
        const box = page?.getBoundingClientRect();
        const first = box && under({ left: box.left, right: box.right, top: box.top + 90, bottom: box.top + 115 })[0];
        return {
          places: livePages().includes(4),
          ink: (first?.line ?? 0) > 100,
          rectsAgree: page?.querySelector("rect")?.getAttribute("aria-label") === first?.text,
        };
      };
      const seen = [now()];
      scrollTo(1066 * 4);
      const done = settled().then(() => "done");
      while ((await Promise.race([done, new Promise(requestAnimationFrame)])) !== "done") seen.push(now());
      return [...seen, now()];
    });
    const changes = frames.map((frame) => Object.values(frame).join()).filter((one, at, all) => one !== all[at - 1]);
    expect(changes).toEqual(["false,false,true", "true,false,true", "true,true,false", "true,true,true"]);
  });

  test("keeps two pages at 100 %, out of order, and puts them to new use by rewriting their top", async () => {
    const editor = await browser().open(longDocument(12));
    const places = () =>
      editor.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".kix-page-paginated")].map(({ style }) => [
          style.position,
          style.width,
          style.height,
          style.top,
          style.overflow,
        ]),
      );
    expect(await places()).toEqual([
      ["absolute", "816px", "1056px", "1066px", ""],
      ["absolute", "816px", "1056px", "0px", ""],
    ]);
    await editor.page.evaluate(() => {
      for (const page of document.querySelectorAll<HTMLElement>(".kix-page-paginated")) page.dataset.mine = "kept";
    });
    await editor.call("scrollTo", 1066 * 2);
    expect(await editor.call("livePages")).toEqual([3, 2]);
    await editor.call("scrollTo", 1066);
    expect((await places()).map(([, , , top]) => top)).toEqual(["1066px", "2132px"]);
    expect(await editor.page.locator(".kix-page-paginated[data-mine=kept]").count()).toBe(2);
  });

  test("is as high as the whole document, its content as far as the live pages", async () => {
    const editor = await browser().open(longDocument(12));
    const heights = () =>
      editor.page.evaluate(() =>
        [".kix-rotatingtilemanager", ".kix-rotatingtilemanager-content"].map(
          (selector) => document.querySelector<HTMLElement>(selector)?.offsetHeight,
        ),
      );
    const pages = await editor.call("pageCount");
    expect(pages).toBeGreaterThan(8);
    expect(await heights()).toEqual([pages * 1066, 1066 + 1056]);
    await editor.call("scrollTo", 1066 * 4);
    expect(await heights()).toEqual([pages * 1066, 1066 * 5 + 1056]);
  });

  test("shows more pages at once when they are small, and leaves what others put into one where it is", async () => {
    const editor = await browser().open(longDocument(12));
    await editor.page.evaluate(() => {
      document.querySelector(".kix-page-paginated")?.append(Object.assign(document.createElement("b"), { id: "mine" }));
    });
    await editor.call("set", { zoom: 0.5 });
    expect((await editor.call("livePages")).length).toBe(3);
    await editor.call("scrollTo", 2000);
    expect(await editor.page.locator(".kix-page-paginated > #mine").count()).toBe(1);
  });

  test("changes tabs by its address, without a load", async () => {
    const editor = await browser().open(hardCases());
    await editor.page.evaluate(() => {
      window.name = "not loaded again";
    });
    await editor.page.getByText("Tables").click();
    await editor.settled();
    expect(new URL(editor.page.url()).searchParams.get("tab")).toBe("t.1");
    expect((await editor.call("lines"))[0]?.text).toBe("Before the table");
    const selected = editor.page.locator(".chapter-item .chapter-item-label-and-buttons-container-selected");
    expect(await selected.allTextContents()).toEqual(["Tables"]);
    await editor.page.goBack();
    await editor.settled();
    expect(await editor.call("tab")).toBe("t.0");
    expect(await editor.page.evaluate(() => window.name)).toBe("not loaded again");
  });

  test("lets no script in by text, and asks for trusted types", async () => {
    const { page } = await browser().open(hardCases());
    const refused = await page.evaluate(async () => {
      const inline = document.createElement("script");
      inline.append("window.ran = true");
      document.body.append(inline);
      let thrown = "";
      try {
        document.body.insertAdjacentHTML("beforeend", "<b>x</b>");
      } catch (error) {
        thrown = (error as Error).name;
      }
      return [thrown, "ran" in window];
    });
    expect(refused).toEqual(["TypeError", false]);
  });

  test("runs no code that stands in a document", async () => {
    const document = documentFromNotes({
      title: '</title><script>window.pwned=1</script>"><img onerror=pwned>',
      lines: [{ kind: "para", text: "</script><script>window.pwned=1</script><!--" }],
    });
    const editor = await browser().open(document);
    expect(await editor.page.evaluate(() => "pwned" in window)).toBe(false);
    expect((await editor.call("lines"))[0]?.text).toBe("</script><script>window.pwned=1</script><!--");
    expect(await editor.page.locator(".docs-title-input").inputValue()).toBe(document.title);
  });

  test("has a caret for each person, of one class", async () => {
    const editor = await browser().open(hardCases());
    expect(await editor.page.locator(".kix-cursor > .kix-cursor-caret").count()).toBe(2);
    await editor.call("set", { colleague: false });
    expect(await editor.page.locator(".kix-cursor > .kix-cursor-caret").count()).toBe(1);
  });

  test("moves its text when a font has loaded, and its pages when there is less room", async () => {
    const editor = await browser().open(longDocument(2));
    const place = async () => (await editor.call("truth", 2, 0, 8))[0];
    const first = await place();
    await editor.call("set", { family: "Courier New" });
    const wider = await place();
    expect((wider?.right ?? 0) - (wider?.left ?? 0)).toBeGreaterThan((first?.right ?? 0) - (first?.left ?? 0) + 5);
    await editor.page.setViewportSize({ width: 1100, height: 800 });
    await editor.settled();
    expect((await place())?.left).toBe((wider?.left ?? 0) - 90);
  });

  test("says in its toolbar which mode and zoom it is in, and takes another zoom from there", async () => {
    const editor = await browser().open(longDocument(2));
    await editor.call("set", { mode: "Suggesting mode", zoom: 1.25 });
    expect(await editor.page.locator('[aria-label="Suggesting mode"]').textContent()).toBe("Suggesting");
    expect(await editor.page.locator("#zoomSelect").inputValue()).toBe("1.25");
    await editor.page.locator("#zoomSelect").selectOption("0.75");
    await editor.settled();
    expect(
      await editor.page.evaluate(() => document.querySelector<HTMLElement>(".kix-page-paginated")?.style.width),
    ).toBe("612px");
  });

  test("counts frames, and how many were left out", async () => {
    const editor = await browser().open(longDocument(2));
    const counted = await editor.page.evaluate(async () => {
      const { counters } = window.__replica;
      const frames = async (count: number) => {
        for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame);
      };
      counters.watchFrames();
      await frames(20);
      const until = performance.now() + 200;
      while (performance.now() < until);
      await frames(20);
      return counters.framesSeen();
    });
    expect(counted.shown).toBeGreaterThan(30);
    expect(counted.dropped).toBeGreaterThan(0);
  });

  test("opens 300 pages", async () => {
    const editor = await browser().open(longDocument(300));
    expect(await editor.call("pageCount")).toBeGreaterThan(280);
    await editor.call("scrollToLine", (await editor.call("lines")).length - 1);
    expect(Math.max(...(await editor.call("livePages")))).toBe((await editor.call("pageCount")) - 1);
  });
});
