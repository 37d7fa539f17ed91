/**
 * Where Google is to send a person back to, from what the browser calls its redirect address. Firefox's own address cannot be
 * registered with Google; it takes a loopback address with the same first label instead (MDN, `identity.getRedirectURL`).
 */
export function redirectAddress(own: string): string {
  const { hostname } = new URL(own);
  return hostname.endsWith(".chromiumapp.org") ? own : `http://127.0.0.1/mozoauth2/${hostname.split(".")[0]}`;
}
