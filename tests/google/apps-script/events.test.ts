import { expect, test } from "vitest";
import { ana } from "../sheets/desk";
import { Workspace } from "../workspace";
import { actionEvent, calendarEvent, docsEvent, driveEvent, sheetsEvent } from "./events";

const workspace = new Workspace();
const opened = { workspace, user: ana };

test("an add-on that may not see the open file is told neither its id nor its title", () => {
  const id = workspace.addDocument(ana, { title: "Notes" });
  expect(docsEvent(opened, id).docs).toEqual({ addonHasFileScopePermission: false });
  workspace.grant(ana, "project-1", id);
  expect(docsEvent(opened, id).docs).toEqual({ id, title: "Notes", addonHasFileScopePermission: true });
  expect(sheetsEvent({ ...opened, project: "other" }, id).sheets).toEqual({ addonHasFileScopePermission: false });
});

test("a selection in Drive names its files, and says of each whether it may be read", () => {
  const id = workspace.addSpreadsheet(ana, "Team");
  expect(driveEvent(opened, [id]).drive.selectedItems).toMatchObject([
    { id, title: "Team", addonHasFileScopePermission: false },
  ]);
});

test("a calendar event that is only being made has no id", () => {
  expect(calendarEvent(ana).calendar).not.toHaveProperty("id");
});

test("a press brings its parameters and what was filled in, as lists of texts", () => {
  const event = actionEvent(calendarEvent(ana, "e1"), { functionName: "go", parameters: { id: "7" } }, { name: "Bo" });
  expect(event).toMatchObject({
    parameters: { id: "7" },
    commonEventObject: {
      hostApp: "CALENDAR",
      parameters: { id: "7" },
      formInputs: { name: { stringInputs: { value: ["Bo"] } } },
    },
    calendar: { id: "e1" },
  });
});
