export type Status =
  | "INVALID_ARGUMENT"
  | "FAILED_PRECONDITION"
  | "UNAUTHENTICATED"
  | "PERMISSION_DENIED"
  | "NOT_FOUND"
  | "RESOURCE_EXHAUSTED"
  | "INTERNAL"
  | "UNAVAILABLE";

export const CODES: Readonly<Record<Status, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/** What Google answers instead of a result; `reason` is the short word that Drive and Calendar put into `errors[]`. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly status: Status,
    message: string,
    readonly reason?: string,
    readonly details?: readonly object[],
  ) {
    super(message);
  }

  get code(): number {
    return CODES[this.status];
  }
}

/** A 400 with Google's words for what is wrong with the request. */
export const invalid = (message: string, details?: readonly object[]): ApiError =>
  new ApiError("INVALID_ARGUMENT", message, "badRequest", details);

/** Something that Google can do and these fakes cannot: a fault of the test, never an answer of Google's. */
export class NotFaked extends Error {
  override readonly name = "NotFaked";
  constructor(what: string) {
    super(`${what} is not faked: teach it to tests/google, from Google's documentation, before using it.`);
  }
}
