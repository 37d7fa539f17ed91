import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { adaptRubric, taggerInSteps } from "../../core/index";
import { TAGGER, type TaggerMaker } from "../overlay/load-tagger";

export default defineUnlistedScript(() => {
  const maker: TaggerMaker = (rubric, choice) => taggerInSteps(adaptRubric(rubric, choice));
  Object.defineProperty(globalThis, TAGGER, { value: maker, configurable: true });
});
