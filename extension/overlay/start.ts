import type { Rubric, TaggedNotes } from "../../core/index";
import { ask } from "../ask";
import { dimensionOf } from "../dimension-of";
import { createHost } from "../hosts/create-host";
import type { HostLine } from "../hosts/host";
import type { DecisionInPlace } from "../protocol";
import { createDocumentFeed } from "../services/document-feed";
import { rubricName } from "../services/rubric-in-force";
import type { SecondReading, SecondReadingHost } from "../services/second-reader/second-reading";
import { hiddenDimensions, hiddenDocuments, secondReader, who } from "../settings";
import { answerPage } from "./answer-page";
import { Cards } from "./cards";
import { decide } from "./decide";
import { DecidedLines } from "./decided-lines";
import { EditorKeys } from "./editor-keys";
import { followRubric } from "./follow-rubric";
import { LiveTags } from "./live-tags";
import type { ReaderMakers } from "./load-tagger";
import { Overlay } from "./overlay";

/** Milliseconds from a change of the pages to a look at what may have changed around them. */
const GLANCE = 250;
const TITLE = "#docs-title-widget .docs-title-input";

/** Reads the open document, keeps its tags, and draws them, until `signal` ends it. */
export function start(page: Window, signal: AbortSignal): void {
  const { document } = page;
  const decided = new DecidedLines();
  let rubric: Rubric | undefined;
  let makers: ReaderMakers | undefined;
  let second: SecondReading | undefined;
  let name = "";
  let published: { readonly tagged: TaggedNotes; readonly lines: readonly HostLine[] } | undefined;

  let glance = 0;
  const lookAround = () => {
    glance = 0;
    keys.find();
    tags.lookAtTitle();
  };
  const title = () =>
    document.querySelector<HTMLInputElement>(TITLE)?.value || document.title.replace(/ - Google .*$/, "");
  const colour = (code: string) => (rubric ? dimensionOf(rubric, code).dimension : 0);
  const tagsOf = (line: HostLine) => decided.over(line, tags.of(line), colour);
  const overlay = new Overlay(
    { tagsOf },
    () => rubric,
    (chip, layer) => cards.open(chip, layer),
    () => cards.redrawn(),
  );

  const keepDecisions = (decisions: readonly DecisionInPlace[]) => {
    // Without tags there is nothing to draw, and the first reading brings the decisions with it.
    if (!makers || !published) return;
    decided.keep(decisions, published.lines, makers.placeAnchors);
    overlay.redraw();
  };
  const publish = () => {
    const place = host.place;
    // What was read a second time on another day is known in a moment: without it every line would seem to change twice.
    if (!published || !place || !rubric || second?.recalling) return;
    const state = second?.state;
    feed.publish({
      ...{ ...place, title: title(), rubric: rubricName(rubric), way: host.way, tagged: published.tagged },
      ...(state ? { second: state } : {}),
    });
  };
  const tags: LiveTags = new LiveTags(
    {
      title,
      better: (tagged, lines) => second?.over(tagged, lines) ?? tagged.tags,
      tagged: (tagged, lines) => {
        published = { tagged, lines };
        overlay.redraw();
        publish();
      },
    },
    signal,
  );
  const secondHost: SecondReadingHost = {
    ask: (request) => ask("readAgain", request),
    changed: () => tags.renewed(),
    inView: () => overlay.inView(),
    place: () => host.place && { ...host.place, whole: host.way.text !== "painted" },
  };
  const feed = createDocumentFeed(({ decisions }) => keepDecisions(decisions), signal);
  const host = createHost(
    page,
    {
      linesChanged: (lines, change) => tags.follow(lines, change),
      pageChanged: (view) => {
        overlay.page(view);
        glance ||= Number(setTimeout(lookAround, GLANCE));
      },
      pageGone: (element) => overlay.gone(element),
      linesForgotten: () => {
        published = undefined;
        tags.reset();
        second?.reset();
        decided.clear();
        void followHidden();
      },
      wayChanged: publish,
    },
    signal,
  );

  const deciding = { host, decided, title, who: () => name, redraw: () => overlay.redraw() };
  const cards = new Cards(
    page,
    overlay,
    {
      rubric: () => rubric,
      tagsOf,
      lineAt: (position) => host.lines[position],
      who: () => name,
      decide: (...said) => decide(deciding, ...said),
      caretLine: () => host.caretLine(),
    },
    signal,
  );
  const keys = new EditorKeys(
    document,
    (name) => {
      if (name === "card") void cards.openAtCaret();
      else cards.typing();
    },
    signal,
  );

  const showMarks = async (shown: boolean) => {
    overlay.shown = shown;
    if (!shown) cards.close();
    const id = host.place?.document;
    const others = (await hiddenDocuments.getValue()).filter((other) => other !== id);
    await hiddenDocuments.setValue(shown || !id ? others : [...others, id]);
  };
  const followHidden = async () => {
    const hidden = await hiddenDocuments.getValue();
    const shown = !hidden.includes(host.place?.document ?? "");
    if (shown !== overlay.shown) overlay.shown = shown;
  };
  answerPage(
    {
      host,
      overlay,
      publish,
      trouble: () => feed.trouble,
      showMarks,
      decisionsChanged: keepDecisions,
    },
    signal,
  );

  const useSecond = (on: boolean) => {
    second?.reset(on);
    tags.renewed();
  };
  const unwatch = [
    secondReader.watch(useSecond),
    who.watch((now) => {
      name = now;
    }),
    hiddenDimensions.watch((hidden) => overlay.hide(hidden)),
    hiddenDocuments.watch(() => void followHidden()),
  ];
  signal.addEventListener("abort", () => {
    clearTimeout(glance);
    for (const stop of unwatch) stop();
    overlay.remove();
  });
  void who.getValue().then((now) => {
    name = now;
  });
  void followHidden();
  void hiddenDimensions.getValue().then((hidden) => overlay.hide(hidden));
  followRubric((inForce, tagger, make, twice) => {
    rubric = inForce;
    makers = make;
    second ??= make.second(secondHost, signal);
    second.reset(twice);
    tags.use(tagger);
  }, signal);
}
