/** Has Google ask the person to let the add-on see the document or sheet that is open. */
export const askForOpenFile = (): GoogleAppsScript.Card_Service.EditorFileScopeActionResponse =>
  CardService.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build();

/** Has Google ask the person to let the add-on see a file that is selected in Drive. */
export const askForDriveFile = (id: string): GoogleAppsScript.Card_Service.DriveItemsSelectedActionResponse =>
  CardService.newDriveItemsSelectedActionResponseBuilder().requestFileScope(id).build();
