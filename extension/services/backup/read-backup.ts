import type { Result } from "../../protocol";
import { BACKUP_VERSION, type Backup, backupSchema } from "./backup-schema";

/** Reads the text of a backup file, or says what is the matter with it. */
export function readBackup(text: string): Result<Backup> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refused(
      "This file is cut off or is not a backup of Plumbline. Export again where it came from. Nothing was changed.",
    );
  }
  const { format, version } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (format !== "plumbline-backup")
    return refused(
      'This is not a backup of Plumbline. Choose a file that was made with "Export everything". Nothing was changed.',
    );
  if (typeof version === "number" && version > BACKUP_VERSION)
    return refused(
      "This backup was made by a newer Plumbline. Update the extension, then import it again. Nothing was changed.",
    );
  const parsed = backupSchema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const place = parsed.error.issues[0]?.path.join(" › ") || "the file";
  return refused(`This backup is damaged (${place}). Export again where it came from. Nothing was changed.`);
}

const refused = (message: string): Result<never> => ({ ok: false, error: { code: "unreadable", message } });
