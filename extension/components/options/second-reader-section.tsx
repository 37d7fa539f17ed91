import { FIGURES } from "../../services/second-reader/figures";
import * as settings from "../../settings";
import { useSetting } from "./use-setting";

/** Whether finished lines are read a second time, what that gives and what it costs. */
export function SecondReaderSection() {
  const { compact, deep } = FIGURES;
  const [on, setOn] = useSetting(settings.secondReader);
  return (
    <section aria-labelledby="second-reader">
      <h2 id="second-reader">A second, more careful reading</h2>
      <label class="check">
        <input
          id="second-reader-on"
          type="checkbox"
          checked={on}
          aria-describedby="second-reader-gives second-reader-costs"
          onChange={({ currentTarget: { checked } }) => setOn(checked)}
        />
        Read each finished line a second time, more carefully
      </label>
      <p id="second-reader-gives">
        Suggestions still come at once; where the second reader sees a line differently, they change a moment later. On
        meetings that neither had seen before, it noticed {deep.noticed} of 100 practices instead of {compact.noticed},
        and {deep.right} of 100 suggestions were what people would say, instead of {compact.right}.
      </p>
      <p id="second-reader-costs" class="small quiet">
        It came with Plumbline (38 MB), runs on this computer and asks nothing of the internet. While you take notes it
        needs about 150 MB of memory, and more battery; a document that it sees for the first time keeps it busy for a
        while. After five minutes without a new line it gives the memory back.
      </p>
    </section>
  );
}
