import type { UserStore } from "../worker/services";

const properties = () => PropertiesService.getUserProperties();

/** Small things kept for the person who is signed in. */
export const userStore: UserStore = {
  get: (key) => properties().getProperty(key),
  all: () => properties().getProperties(),
  put: (values) => {
    properties().setProperties({ ...values });
  },
  remove: (key) => {
    properties().deleteProperty(key);
  },
};
