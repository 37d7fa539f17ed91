import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { adaptRubric, taggerInSteps } from "../../core/index";
import { TAGGER, type TaggerMaker } from "../overlay/load-tagger";

export default defineUnlistedScript(() => {
  const maker: TaggerMaker = (rubric, choice, lessons) =>
    taggerInSteps(adaptRubric(rubric, choice), undefined, undefined, lessons);
  Object.defineProperty(globalThis, TAGGER, { value: maker, configurable: true });
});
