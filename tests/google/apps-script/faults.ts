import { ApiError } from "../api/api-error";

/** One call of a script to a service of Google's. */
export interface ServiceCall {
  /** Counted from 1 within the execution. */
  readonly index: number;
  /** As a script writes it, such as "Sheets.Spreadsheets.Values.get" or "Lock.tryLock". */
  readonly name: string;
}

/** What goes wrong with a call. */
export type Fault =
  /** Google ends the execution, before the call has its effect or right after. */
  | { readonly kind: "cut"; readonly when: "before" | "after" }
  /** The call takes so many milliseconds. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** The call has no effect and fails. */
  | { readonly kind: "fail"; readonly error: ApiError }
  /** Something else happens first: another execution, a person's edit. */
  | { readonly kind: "meanwhile"; readonly run: () => void };

/** Says for each call what goes wrong with it, if anything. */
export type Faults = (call: ServiceCall) => Fault | undefined;

export const noFaults: Faults = () => undefined;

/** Cuts the execution at its n-th call. */
export const cutAt =
  (index: number, when: "before" | "after" = "before"): Faults =>
  (call) =>
    call.index === index ? { kind: "cut", when } : undefined;

/** Does something to every call of a name, or to its n-th alone. */
export function onCall(name: string, fault: Fault, nth?: number): Faults {
  let seen = 0;
  return (call) => {
    if (call.name !== name) return undefined;
    seen++;
    return nth === undefined || seen === nth ? fault : undefined;
  };
}

export const slow = (milliseconds: number): Fault => ({ kind: "slow", milliseconds });

export const quotaExhausted: Fault = {
  kind: "fail",
  error: new ApiError(
    "RESOURCE_EXHAUSTED",
    "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.",
    "rateLimitExceeded",
  ),
};

export const noPermission: Fault = {
  kind: "fail",
  error: new ApiError("PERMISSION_DENIED", "The caller does not have permission", "forbidden"),
};

export const serverError: Fault = {
  kind: "fail",
  error: new ApiError("INTERNAL", "Internal error encountered.", "backendError"),
};
