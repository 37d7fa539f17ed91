import type { Services } from "../worker/services";
import { userCache } from "./cache";
import { documentsService } from "./docs";
import { driveService } from "./drive";
import { scriptLock } from "./lock";
import { userStore } from "./properties";
import { sheetsService } from "./sheets";

/** Google's own services. */
export const googleServices: Services = {
  sheets: sheetsService,
  documents: documentsService,
  drive: driveService,
  lock: scriptLock,
  store: userStore,
  cache: userCache,
  now: () => new Date(),
  person: () => Session.getTemporaryActiveUserKey(),
};
