const FORM = /^[\w-]+\.apps\.googleusercontent\.com$/;

/**
 * The client with which this browser asks Google: the one that an administrator's policy names, else the one it was built with,
 * else none. `managed` reads the policy and may reject where there is none.
 */
export async function clientId(
  managed: () => Promise<Readonly<Record<string, unknown>>>,
  built: string | undefined,
): Promise<string | undefined> {
  const policy = await managed().catch((): Readonly<Record<string, unknown>> => ({}));
  return [policy.googleClientId, built].find((id): id is string => typeof id === "string" && FORM.test(id));
}
