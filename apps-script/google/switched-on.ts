/** An advanced service, or a message for whoever deploys the add-on where it is not switched on. */
export function switchedOn<T>(service: T | undefined, name: string): T {
  if (service) return service;
  throw new Error(`The ${name} is not switched on for this project. See the guide for administrators.`);
}
