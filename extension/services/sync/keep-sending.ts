import { browser } from "wxt/browser";
import type { PlumblineDb } from "../../db";
import { tellPages } from "../keeper";
import { openSync } from "./in-browser";
import { account } from "./kept";

const ALARM = "plumbline-workbook";
/** Minutes between two looks at what colleagues decided. */
const EVERY = 5;
/** Milliseconds after a decision, so that a handful goes together. */
const SOON = 3000;

/**
 * Has the worker bring decisions to the workbook and back: soon after one is made, every few minutes, and again when waiting
 * is over. Does nothing while nobody is signed in. Gives what to call when something was decided.
 */
export function keepSending(db: PlumblineDb): () => void {
  const { sender } = openSync(async (round) => {
    if (round.is === "done" && round.places.length > 0) await tellPages(db, round.places);
    if (round.is === "later") await browser.alarms.create(`${ALARM}-again`, { when: round.notBefore });
  });
  const send = async () => {
    if (await account.getValue()) await sender.send();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(ALARM)) void send();
  });
  const follow = async () => {
    if (await account.getValue()) await browser.alarms.create(ALARM, { periodInMinutes: EVERY });
    else await browser.alarms.clear(ALARM);
  };
  account.watch(() => void follow());
  void follow();
  void send();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), SOON);
  };
}
