import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { adaptRubric, lessonsInForce, placeAnchors, taggerInSteps } from "../../core/index";
import { type ReaderMakers, TAGGER } from "../overlay/load-tagger";
import { SecondReading } from "../services/second-reader/second-reading";

export default defineUnlistedScript(() => {
  const makers: ReaderMakers = {
    tagger: (rubric, choice, learned) =>
      taggerInSteps(adaptRubric(rubric, choice), undefined, undefined, lessonsInForce(learned)),
    second: (host, signal) => new SecondReading(host, signal),
    placeAnchors,
  };
  Object.defineProperty(globalThis, TAGGER, { value: makers, configurable: true });
});
