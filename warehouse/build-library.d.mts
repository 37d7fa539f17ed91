/** What BigQuery takes, in bytes. */
export const LIMITS: { readonly inlineBytes: number; readonly libraryBytes: number; readonly rowBytes: number };
/** The library's code; throws where it is larger than BigQuery takes. */
export function buildLibrary(): Promise<string>;
