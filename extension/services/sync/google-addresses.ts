/** Where Google's services answer; tests have an address of their own. */
export interface GoogleAddresses {
  readonly sheets: string;
  readonly drive: string;
  readonly signIn: string;
  readonly tokens: string;
}

export const GOOGLE: GoogleAddresses = {
  sheets: "https://sheets.googleapis.com",
  drive: "https://www.googleapis.com",
  signIn: "https://accounts.google.com",
  tokens: "https://oauth2.googleapis.com",
};
