import type { BrowserContext, Route } from "playwright-core";
import type { Replica } from "./replica";

/** Lets a browser meet the replica at the addresses of Google Docs, without a server. Everything else stays unreachable. */
export async function routeReplica(context: BrowserContext, replica: Replica): Promise<void> {
  const answer = async (route: Route) => {
    const request = route.request();
    const body = request.postData();
    await route.fulfill(
      await replica.answer({ method: request.method(), url: request.url(), ...(body === null ? {} : { body }) }),
    );
  };
  await context.route("https://docs.google.com/**", answer);
  await context.route("https://*.googleusercontent.com/**", answer);
}
