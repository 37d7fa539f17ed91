/** Name of the function that the schedule runs; one of those that the bundle exports. */
const HANDLER = "hourlyRun";

const own = () => ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

/** The schedule of the person who is signed in: one trigger each hour, more often is not allowed to add-ons. */
export const schedule = {
  isOn: (): boolean => own().length > 0,
  start: (): void => {
    if (own().length === 0) ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create();
  },
  stop: (): void => {
    for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
  },
};
