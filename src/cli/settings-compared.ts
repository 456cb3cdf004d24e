/** Whether a command that another process answers was typed with settings of its own. */
import { createHash } from 'node:crypto';
import type { Settings } from '../settings.ts';

/** Settings that say how a command is done. Not: where its data are, on what pages are served, how it talks. */
const COMPARED: Record<string, (settings: Settings) => unknown> = {
  GRADEWATCH_CONFIG: ({ configDir }) => configDir,
  GRADEWATCH_PUBLIC_URL: ({ publicUrl }) => publicUrl,
  SMTP_URL: ({ smtpUrl }) => smtpUrl,
  MAIL_FROM: ({ mailFrom }) => mailFrom,
  ADMIN_TOKEN: ({ adminToken }) => adminToken,
  GRADEWATCH_SECRET: ({ secret }) => secret,
  GRADEWATCH_CONTACT: ({ contact }) => contact,
  GRADEWATCH_OPERATOR: ({ operator }) => operator,
  GRADEWATCH_RETURNS: ({ returns }) => returns,
  GRADEWATCH_FRESH_DAYS: ({ freshDays }) => freshDays,
  GRADEWATCH_REVIEW_BELOW: ({ reviewBelow }) => reviewBelow,
  GRADEWATCH_KEEP_DAYS: ({ keepDays }) => keepDays,
  GRADEWATCH_STORM: ({ storm }) => storm,
  GRADEWATCH_ALLOW_PRIVATE: ({ allowPrivate }) => allowPrivate,
  GRADEWATCH_ALLOW_CERTIFICATES: ({ allowCertificates }) => [...allowCertificates],
  GRADEWATCH_NOW: ({ now }) => now,
  HTTPS_PROXY: ({ proxy }) => proxy.https,
  NO_PROXY: ({ proxy }) => proxy.noProxy,
};

/** By name, a digest of each value: the values may be secrets. */
export type SettingDigests = Record<string, string>;

const digestsOf = (settings: Settings, names: readonly string[]): SettingDigests =>
  Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(JSON.stringify(COMPARED[name]?.(settings)))
        .digest('base64'),
    ]),
  );

/** Settings that whoever types a command gave it. @param given names that are set, whatever they are */
export const callersSettings = (settings: Settings, given: readonly string[]): SettingDigests =>
  digestsOf(
    settings,
    Object.keys(COMPARED).filter((name) => given.includes(name)),
  );

/**
 * What the caller is told where the process that answers was started with other settings.
 *
 * @param by the command that process was started with
 * @returns one sentence; null where nothing differs
 */
export function otherSettings(caller: SettingDigests, running: Settings, by: 'start' | 'demo'): string | null {
  const own = digestsOf(running, Object.keys(COMPARED));
  const other = Object.keys(caller).filter((name) => name in own && own[name] !== caller[name]);
  if (other.length === 0) return null;
  const [are, them] = other.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${other.join(', ')} ${are} not used for this command: the running ${by} answers it with its own settings; ${by === 'demo' ? `unset ${them}` : `to use ${them}, restart start with ${them}, or stop start and run the command again`}.`;
}
