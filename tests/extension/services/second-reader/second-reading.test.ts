import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { headingPaths, type Line, type Tag, type TaggedNotes } from "../../../../core/index";
import type { LineInPlace } from "../../../../deep-reader/encoder-input";
import { placeOf } from "../../../../deep-reader/place-of";
import type { HostLine } from "../../../../extension/hosts/host";
import type { Result, SecondRequest } from "../../../../extension/protocol";
import { SecondReading } from "../../../../extension/services/second-reader/second-reading";

type Answer = Result<readonly (readonly Tag[] | null)[]>;

const tagOf = (reader: Tag["reader"], why: string): Tag => ({
  ...{ indicator: "SL3", stance: "evidenced", confidence: 0.9, tier: "found", evidence: [] },
  ...{ why, reader },
});
/** What a perfect second reader would say of a line: all that it was shown, and by which rubric. */
const deep = (at: LineInPlace, rubric = 0): Tag[] => [tagOf("deep", JSON.stringify([rubric, at]))];
const UNANSWERED: Answer = { ok: false, error: { code: "unanswered", message: "It was stopped." } };

/** A document as the page has it, over a background that answers when the test says so. */
class Page {
  place = { document: "doc-1", tab: "", whole: true };
  lines: HostLine[] = [];
  rubric = 0;
  inView = 0;
  readonly asked: SecondRequest[] = [];
  /** What the background kept, by what was shown. */
  readonly kept = new Map<string, Tag[]>();
  readonly waiting: ((answer?: Answer) => void)[] = [];
  changes = 0;
  shown: readonly (readonly Tag[])[] = [];
  private ids = 0;
  readonly reading = new SecondReading(
    {
      ask: (request) => {
        this.asked.push(request);
        const { rubric } = this;
        return new Promise((resolve) => {
          this.waiting.push((answer) => resolve(answer ?? this.answer(request, rubric)));
        });
      },
      changed: () => {
        this.changes++;
        this.look();
      },
      inView: () => this.inView,
      place: () => this.place,
    },
    new AbortController().signal,
  );

  constructor(...texts: readonly string[]) {
    this.lines = texts.map((text) => this.line(text));
    this.reading.reset(true);
  }

  line(text: string, id = ++this.ids, kind: Line["kind"] = text.startsWith("#") ? "heading" : "bullet"): HostLine {
    return { id, text, line: { kind, text }, lead: 0, shownFrom: 0 };
  }

  get tagged(): TaggedNotes {
    const lines = this.lines.map(({ line }) => line);
    return {
      notes: { lines },
      type: "minutes",
      tags: lines.map(({ text }) => [tagOf("compact", text)]),
      headings: headingPaths(lines),
      template: lines.map(() => false),
      votes: 0,
    };
  }

  /** As the page does after each change. */
  look(): void {
    this.shown = this.reading.over(this.tagged, this.lines);
  }

  edit(at: number, text: string): void {
    this.lines = this.lines.map((line, n) => (n === at ? this.line(text, line.id) : line));
    this.look();
  }

  /** The background answers what was asked longest ago. */
  async answers(answer?: Answer): Promise<void> {
    this.waiting.shift()?.(answer);
    await vi.advanceTimersByTimeAsync(0);
  }

  /** Everything that is asked is answered, until nothing more is. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 400; turn++) {
      await vi.advanceTimersByTimeAsync(this.waiting.length > 0 ? 0 : 500);
      if (this.waiting.length === 0 && turn > 20 && vi.getTimerCount() === 0) return;
      await this.answers();
    }
    throw new Error("It asks without end.");
  }

  expected(at: number): readonly Tag[] {
    const place = placeOf(this.tagged, at);
    return place?.text.trim() ? deep(place, this.rubric) : (this.tagged.tags[at] ?? []);
  }

  private answer({ lines, wish }: SecondRequest, rubric: number): Answer {
    const value = lines.map((at) => {
      const key = JSON.stringify([rubric, at]);
      if (wish === "read") this.kept.set(key, deep(at, rubric));
      return this.kept.get(key) ?? null;
    });
    return { ok: true, value };
  }
}

const textsOf = ({ lines }: SecondRequest) => lines.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what is shown", () => {
  test("is what the compact reader says until the second one has answered, and then what that says", async () => {
    const page = new Page("# Maths", "Sorted the slips", "Bus 6");
    page.look();
    expect(page.shown).toEqual(page.tagged.tags);
    await page.settle();
    expect(page.shown).toEqual([page.tagged.tags[0], page.expected(1), page.expected(2)]);
    expect(page.reading.state).toEqual({ read: 2, of: 2 });
  });

  test("while a line is being typed, is what the compact reader says of it; its neighbour keeps what it had", async () => {
    const page = new Page("Sorted the slips", "Bus 6");
    page.look();
    await page.settle();
    const before = page.shown[1];
    page.edit(0, "Sorted the slips again");
    expect(page.shown).toEqual([page.tagged.tags[0], before]);
  });

  test("is what the compact reader says where the second one is switched off, at once", async () => {
    const page = new Page("Sorted the slips");
    page.look();
    await page.settle();
    page.reading.reset(false);
    page.look();
    expect(page.shown).toEqual(page.tagged.tags);
    expect(page.reading.state).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.waiting).toEqual([]);
  });

  test("is known before anything is read where it was read on another day", async () => {
    const page = new Page("Sorted the slips", "Bus 6");
    page.look();
    expect(page.reading.recalling).toBe(true);
    await page.settle();
    const again = new Page("Sorted the slips", "Bus 6");
    for (const [key, tags] of page.kept) again.kept.set(key, tags);
    again.look();
    await vi.advanceTimersByTimeAsync(0);
    await again.answers();
    expect([again.shown, again.reading.recalling]).toEqual([page.shown, false]);
    await again.settle();
    expect(again.asked.map(({ wish }) => wish)).toEqual(["kept"]);
  });

  test("nothing is forgotten where the page does not show the whole document", async () => {
    const page = new Page("Sorted the slips");
    page.place = { ...page.place, whole: false };
    page.look();
    await page.settle();
    expect(page.asked.filter(({ forget }) => forget !== undefined)).toEqual([]);
  });

  test("of a long document is asked for in parts, and only the last of them lets the rest be forgotten", async () => {
    const page = new Page(...Array.from({ length: 600 }, (_, n) => `line ${n}`));
    const from = Date.now();
    page.look();
    for (let part = 0; part < 3; part++) {
      await vi.advanceTimersByTimeAsync(0);
      expect([page.reading.recalling, page.changes]).toEqual([true, 0]);
      await page.answers();
    }
    const kept = page.asked.filter(({ wish }) => wish === "kept");
    expect(kept.map(({ lines, forget }) => [lines.length, forget])).toEqual([[250, undefined], [250, undefined], [100, from]]); // biome-ignore format: a pair a part
    expect([page.reading.recalling, page.changes]).toEqual([false, 1]);
  });

  test("changes twice a second at most while there is much to read, and at once when that is done", async () => {
    const page = new Page(...Array.from({ length: 200 }, (_, n) => `line ${n}`));
    page.look();
    const from = Date.now();
    while (page.shown.some(([tag]) => tag?.reader !== "deep")) {
      await vi.advanceTimersByTimeAsync(40);
      await page.answers();
    }
    expect(page.changes).toBeLessThan((Date.now() - from) / 500 + 3);
    expect(page.reading.state).toEqual({ read: 200, of: 200 });
  });
});

describe("what is asked", () => {
  const opened = async (...texts: readonly string[]) => {
    const page = new Page(...texts);
    page.look();
    await vi.advanceTimersByTimeAsync(0);
    page.asked.length = 0;
    await page.answers();
    return page;
  };
  const many = Array.from({ length: 40 }, (_, n) => `line ${n}`);

  test("never more than four lines at a time, one message at a time", async () => {
    const page = await opened(...many);
    for (let turn = 0; turn < 5; turn++) page.look();
    await vi.advanceTimersByTimeAsync(5000);
    expect(page.waiting).toHaveLength(1);
    await page.settle();
    expect(Math.max(...page.asked.map(({ lines }) => lines.length))).toBe(4);
    expect(page.asked.flatMap(textsOf).sort()).toEqual([...many].sort());
  });

  test("what is in view comes first", async () => {
    const page = new Page(...many);
    page.inView = 20;
    page.look();
    await vi.advanceTimersByTimeAsync(0);
    await page.answers();
    await vi.advanceTimersByTimeAsync(0);
    expect(textsOf(page.asked[1] as SecondRequest).sort()).toEqual(["line 18", "line 19", "line 20", "line 21"]);
  });

  test("a line that is being typed waits until it rests, and neither half of it is asked for", async () => {
    const page = await opened("Norms", "S", "Bus 6");
    await page.settle();
    page.asked.length = 0;
    for (const text of ["So", "Sort", "Sorted", "Sorted the slips"]) {
      page.edit(1, text);
      await vi.advanceTimersByTimeAsync(1500);
    }
    expect(page.asked).toEqual([]);
    await page.settle();
    expect(page.asked.map(textsOf)).toEqual([["Sorted the slips", "Bus 6"]]);
  });

  test("a line is finished as soon as another one is being typed", async () => {
    const page = await opened("Norms", "Bus 6", "Visit");
    await page.settle();
    page.asked.length = 0;
    page.edit(0, "Norms read");
    page.edit(2, "Visit T");
    await vi.advanceTimersByTimeAsync(0);
    expect(page.asked.map(textsOf)).toEqual([["Norms read", "Bus 6"]]);
  });

  test.each([
    ["an endless line", "x".repeat(20_001)],
    ["a line without words", "  "],
  ])("%s is left to the compact reader", async (_, text) => {
    const page = await opened("Norms", text);
    await page.settle();
    expect(page.asked.flatMap(textsOf)).toEqual(["Norms"]);
    expect(page.shown[1]).toEqual(page.tagged.tags[1]);
    expect(page.reading.state).toEqual({ read: 1, of: 1 });
  });
});

describe("an answer that comes after everything began anew", () => {
  test.each<[string, Answer | undefined]>([
    ["is not taken for the new one", undefined],
    ["is no trouble of the new one", UNANSWERED],
  ])("%s", async (_, late) => {
    const page = new Page("Norms");
    page.look();
    await vi.advanceTimersByTimeAsync(0);
    page.rubric++;
    page.reading.reset();
    page.look();
    await page.answers(late);
    expect([page.reading.recalling, page.reading.state]).toEqual([true, { read: 0, of: 1 }]);
    await page.settle();
    expect(page.asked.map(({ wish }) => wish)).toEqual(["kept", "kept", "read"]);
  });
});

describe("where it does not work", () => {
  test("the person reads why, and it is tried again less and less often", async () => {
    const page = new Page("Norms");
    page.look();
    const waits: number[] = [];
    for (let turn = 0; turn < 8; turn++) {
      const from = Date.now();
      while (page.waiting.length === 0) await vi.advanceTimersByTimeAsync(1000);
      waits.push(Math.round((Date.now() - from) / 1000));
      // A page that changes meanwhile must not make it try more often.
      page.look();
      await page.answers({ ok: false, error: { code: "absent", message: "It did not get going." } });
      expect(page.reading.state).toEqual({ read: 0, of: 1, trouble: "It did not get going." });
      expect(page.reading.recalling).toBe(false);
      page.look();
    }
    expect(waits.slice(1)).toEqual([30, 60, 120, 240, 480, 600, 600]);
    await vi.advanceTimersByTimeAsync(600_000);
    await page.settle();
    expect(page.reading.state).toEqual({ read: 1, of: 1 });
  });
});

describe("whatever happens in whatever order", () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ is: fc.constant("edit" as const), at: fc.nat(5), text: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant("insert" as const), at: fc.nat(5), text: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("remove" as const), at: fc.nat(5) }) },
    { weight: 4, arbitrary: fc.record({ is: fc.constant("answer" as const) }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant("killed" as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("rubric" as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("switch" as const), on: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("place" as const) }) },
    { weight: 4, arbitrary: fc.record({ is: fc.constant("wait" as const), ms: fc.nat(3000) }) },
  );
  const WORDS = ["Norms", "Sorted the slips", "# Maths", "Bus 6", "Visit Thursday", ""];

  test("a tag never stands on other words than it was made for, and in the end every line is read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        vi.clearAllTimers();
        const page = new Page("Norms", "# Maths", "Bus 6", "Norms");
        const checked = () => {
          for (const [at, tags] of page.shown.entries()) {
            const [tag] = tags;
            if (tag?.reader !== "deep") expect(tags).toEqual(page.tagged.tags[at]);
            else {
              const [rubric, shown] = JSON.parse(tag.why) as [number, LineInPlace];
              expect([rubric, shown.text]).toEqual([page.rubric, page.lines[at]?.text]);
            }
          }
        };
        page.look();
        for (const now of steps) {
          const at = "at" in now ? now.at % Math.max(1, page.lines.length) : 0;
          if (now.is === "edit" && page.lines.length > 0) page.edit(at, WORDS[now.text] as string);
          else if (now.is === "insert") page.lines = page.lines.toSpliced(at, 0, page.line(WORDS[now.text] as string));
          else if (now.is === "remove") page.lines = page.lines.toSpliced(at, 1);
          else if (now.is === "answer") await page.answers();
          else if (now.is === "killed") await page.answers(UNANSWERED);
          else if (now.is === "wait") await vi.advanceTimersByTimeAsync(now.ms);
          else if (now.is === "switch") page.reading.reset(now.on);
          else {
            if (now.is === "place") page.place = { ...page.place, tab: `t.${page.asked.length}` };
            else page.rubric++;
            page.reading.reset();
          }
          page.look();
          checked();
        }
        page.reading.reset(true);
        page.look();
        await page.settle();
        checked();
        expect(page.shown).toEqual(page.lines.map((_, at) => page.expected(at)));
      }),
      { numRuns: 150 },
    );
  });
});
