import { type Protocol, type Result, sendMessage } from "./protocol";

type Asked<Verb extends keyof Protocol> = Parameters<Protocol[Verb]>[0];
type Answer<Verb extends keyof Protocol> = ReturnType<Protocol[Verb]>;

/** A worker that was stopped in the middle closes the channel; it starts anew with the next message. */
const TRIES = 3;

let lastDecision: Promise<unknown> = Promise.resolve();

/**
 * Asks the background to keep decisions, after those asked for before: one whose worker was stopped is asked again, and must not
 * come to stand after a later word on the same tag.
 */
export function askToDecide(drafts: Asked<"decide">): Promise<Answer<"decide">> {
  const answer = lastDecision.then(() => ask("decide", drafts));
  lastDecision = answer;
  return answer;
}

/**
 * Sends a message and gives its answer; never throws. Without `tabId` it goes to the background, and once more where that was
 * stopped before it could answer: every verb may be asked twice.
 */
export async function ask<Verb extends keyof Protocol>(
  verb: Verb,
  data: Asked<Verb>,
  tabId?: number,
): Promise<Answer<Verb>> {
  let last: unknown;
  for (let tried = 0; tried < (tabId === undefined ? TRIES : 1); tried++) {
    try {
      const answer = await (sendMessage as (...args: unknown[]) => Promise<unknown>)(verb, data, tabId);
      if (answer !== undefined) return answer as Answer<Verb>;
    } catch (error) {
      last = error;
    }
  }
  return unanswered(last) as Answer<Verb>;
}

function unanswered(cause: unknown): Result<never> {
  // After an update the old page cannot reach the new extension: only loading it again helps.
  const gone = cause instanceof Error && /context invalidated/i.test(cause.message);
  const message = gone
    ? "Plumbline was updated. Reload this page to go on; nothing is lost."
    : "Plumbline did not answer. Reload the page and try again; nothing is lost.";
  return { ok: false, error: { code: "unanswered", message } };
}
