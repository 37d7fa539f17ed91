import type { Tag } from "../../../core/index";
import { StoreTrouble } from "../store/trouble";
import { answerSchema, type Work, type WorkAnswer } from "./boundary";

/** The way to the worker, wherever it lives. */
export interface Door {
  /** Hands work and the port for its answers over, after starting the worker where there is none. */
  pass(work: Work, port: MessagePort): Promise<void>;
  /** Ends the worker, and gives its memory back. */
  shut(): Promise<void>;
}

/** Milliseconds within which work must be heard, and within which it must be done. The first work waits for the encoder to load. */
const HEARD = 5000;
const DONE = 60_000;

const WORDS = {
  files:
    "Some files of the second reader are missing or damaged. Install Plumbline again to have it; until then the first reader goes on alone.",
  reading:
    "The second reader did not get going on this computer. The first reader goes on alone; the second is tried again in a while. If it stays so, switch it off under Settings.",
} as const;

/** Has lines read, in their order. A worker that does not answer is ended, for whoever asks next. Throws `StoreTrouble`. */
export async function askWorker(door: Door, work: Work): Promise<readonly (readonly Tag[])[]> {
  let answer = await exchange(door, work);
  if (answer === "not heard") {
    // It may have been about to close, for nobody had asked anything in a while.
    await door.shut();
    answer = await exchange(door, work);
  }
  if (typeof answer === "object" && answer.is === "read" && answer.tags.length === work.lines.length)
    return answer.tags;
  await door.shut();
  const why = typeof answer === "object" && answer.is === "failed" ? answer.why : "reading";
  throw new StoreTrouble({ code: "absent", message: WORDS[why] });
}

function exchange(door: Door, work: Work): Promise<WorkAnswer | "not heard" | "no answer"> {
  const { port1, port2 } = new MessageChannel();
  let timer: ReturnType<typeof setTimeout>;
  const done = new Promise<WorkAnswer | "not heard" | "no answer">((resolve) => {
    timer = setTimeout(() => resolve("not heard"), HEARD);
    port1.onmessage = ({ data }) => {
      const answer = answerSchema.safeParse(data);
      clearTimeout(timer);
      if (!answer.success) resolve("no answer");
      else if (answer.data.is === "heard") timer = setTimeout(() => resolve("no answer"), DONE);
      else resolve(answer.data);
    };
    // Where the browser tells that the worker has ended, nobody needs to wait for it.
    port1.addEventListener("close", () => resolve("not heard"));
    door.pass(work, port2).catch(() => resolve("not heard"));
  });
  return done.finally(() => {
    clearTimeout(timer);
    port1.close();
  });
}
