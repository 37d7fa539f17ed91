import fc from "fast-check";
import { expect, test } from "vitest";
import { areaOf, CanvasLedger } from "../../../../extension/hosts/page/canvas-ledger";

/** Of the canvas. */
const ROWS = 100;
const plain = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
const texts = (ledger: CanvasLedger) => ledger.painted.map(({ text, x, y }) => `${text} ${x} ${y}`);
const written = () => {
  const ledger = new CanvasLedger();
  ledger.write("one", "14px Arial", 10, 20, plain, ROWS);
  ledger.write("two", "14px Arial", 10, 40, plain, ROWS);
  return ledger;
};

test("a text is noted in device pixels", () => {
  const ledger = new CanvasLedger();
  ledger.write("one", "14px Arial", 10, 20, { ...plain, a: 2, d: 2, e: 5, f: 7 }, ROWS);
  expect(ledger.painted).toMatchObject([{ text: "one", x: 25, y: 47, scale: 2 }]);
});

test("the same text painted twice in one place is noted once", () => {
  const ledger = written();
  ledger.write("one", "14px Arial", 10.4, 20, plain, ROWS);
  expect(ledger.painted).toHaveLength(2);
});

test("what something opaque covers is gone, and only that", () => {
  const ledger = written();
  ledger.erase(areaOf(0, 8, 100, 16, plain));
  expect(texts(ledger)).toEqual(["two 10 40"]);
});

test("a thin rule below a text leaves it", () => {
  const ledger = written();
  ledger.erase(areaOf(10, 22, 60, 1, plain));
  expect(ledger.painted).toHaveLength(2);
});

test.each([0.5, 1, 4])("a line through a text, at %d times the size, leaves it", (scale) => {
  const ledger = new CanvasLedger();
  const transform = { ...plain, a: scale, d: scale };
  ledger.write("one", "14px Arial", 10, 20, transform, ROWS);
  ledger.erase(areaOf(10, 16, 60, 1.5, transform));
  expect(ledger.painted).toHaveLength(1);
});

test("a thin strip that is wiped from the edge of the canvas on takes what stands in it", () => {
  const ledger = written();
  ledger.erase(areaOf(0, 15, 100, 2, plain));
  expect(texts(ledger)).toEqual(["two 10 40"]);
});

test("a canvas copied onto itself moves its texts", () => {
  const ledger = written();
  ledger.copy(ledger, { left: 0, top: 28, right: 100, bottom: 60 }, { left: 0, top: 0, right: 100, bottom: 32 });
  expect(texts(ledger)).toEqual(["two 10 40", "two 10 12"]);
});

test("text that is turned is not noted", () => {
  const ledger = new CanvasLedger();
  ledger.write("askew", "14px Arial", 0, 0, { a: 0, b: 1, c: -1, d: 0, e: 0, f: 0 }, ROWS);
  expect(ledger.painted).toEqual([]);
});

test("text beyond the edge of its canvas is not noted, as nothing would ever cover it", () => {
  const ledger = written();
  ledger.write("above", "14px Arial", 10, 1, plain, ROWS);
  ledger.write("below", "14px Arial", 10, 110, plain, ROWS);
  expect(texts(ledger)).toEqual(["one 10 20", "two 10 40"]);
});

test("news is what changed since it was last taken, each with the next version", () => {
  const ledger = written();
  const first = ledger.takeNews();
  expect(first).toMatchObject({ version: 1, gone: [], fresh: [{ text: "one" }, { text: "two" }] });
  expect(ledger.takeNews()).toBeUndefined();
  ledger.erase(areaOf(0, 28, 100, 16, plain));
  ledger.write("two of them", "14px Arial", 10, 40, plain, ROWS);
  expect(ledger.takeNews()).toMatchObject({
    version: 2,
    gone: [first?.fresh[1]?.id],
    fresh: [{ text: "two of them" }],
  });
  expect(ledger.whole).toMatchObject({ version: 2, fresh: [{ text: "one" }, { text: "two of them" }] });
});

test("what is wiped and painted again just as it was is no news", () => {
  const ledger = written();
  ledger.takeNews();
  ledger.clear();
  ledger.write("two", "14px Arial", 10, 40, plain, ROWS);
  ledger.write("one", "14px Arial", 10, 20, plain, ROWS);
  expect(ledger.takeNews()).toBeUndefined();
  expect(texts(ledger).sort()).toEqual(["one 10 20", "two 10 40"]);
});

test("who follows the news knows what stands there, whatever is painted, wiped and copied", () => {
  const place = fc.integer({ min: 0, max: 90 });
  const paint = fc.record({
    is: fc.constant("write" as const),
    text: fc.constantFrom("a", "b", "c"),
    x: place,
    y: place,
  });
  const area = fc.record({ top: place, height: place });
  const acts = fc.oneof(
    paint,
    area.map((of) => ({ is: "erase" as const, ...of })),
    area.map((of) => ({ is: "copy" as const, ...of })),
    fc.constant({ is: "tell" as const }),
  );
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 40 }), (all) => {
      const ledger = new CanvasLedger();
      const known = new Map<number, string>();
      const follow = () => {
        const news = ledger.takeNews();
        for (const id of news?.gone ?? []) known.delete(id);
        for (const { id, text, x, y } of news?.fresh ?? []) known.set(id, `${text} ${x} ${y}`);
        expect([...known.values()].sort()).toEqual(texts(ledger).sort());
      };
      for (const act of all) {
        if (act.is === "write") ledger.write(act.text, "14px Arial", act.x, act.y, plain, ROWS);
        else if (act.is === "tell") follow();
        else {
          const source = { left: 0, top: act.top, right: 100, bottom: act.top + act.height + 1 };
          if (act.is === "erase") ledger.erase(source);
          else ledger.copy(ledger, source, { ...source, top: 0, bottom: act.height + 1 });
        }
      }
      follow();
    }),
  );
});
