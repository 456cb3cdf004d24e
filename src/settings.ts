/**
 * Every setting, its default and unit. The only place that reads `process.env`; the rest of the program receives values.
 * A wrong value is named together with all others (exit code 2), never one at a time.
 */
import { isIP } from 'node:net';
import path, { isAbsolute } from 'node:path';
import { z } from 'zod';
import { closest } from './core/closest.ts';
import { WrongUse } from './errors.ts';

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());
/** A number in these bounds; one message, whatever is wrong with it. */
const numberFrom = (min: number, max: number, kind = 'a number') => {
  const error = `must be ${kind} from ${min} to ${max}`;
  const number = z.coerce.number({ error }).min(min, { error }).max(max, { error });
  return kind === 'a number' ? number : number.int({ error });
};
const whole = (min: number, max: number, fallback: number) =>
  z.preprocess(blankIsUnset, numberFrom(min, max, 'a whole number').default(fallback));

/** An address of the given schemes; the message names them. */
const address = (...schemes: string[]) =>
  z
    .string()
    .refine((value) => schemes.some((scheme) => URL.canParse(value) && new URL(value).protocol === `${scheme}:`), {
      error: `must be an address starting ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    });

const isNetwork = (value: string) => {
  const [host = '', bits] = value.split('/');
  if (bits !== undefined)
    return isIP(host) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(host) === 4 ? 32 : 128);
  return isIP(host) !== 0 || /^[a-z0-9.-]+$/i.test(host);
};

const PIN = /^[a-z0-9.-]+=(?:[0-9a-f]{2}:?){32}$/i;
/** As Node writes them: `AB:CD:…`. */
const pinned = (pins: string[]): Map<string, string> =>
  new Map(
    pins.map((pin) => {
      const [host = '', fingerprint = ''] = pin.split('=');
      const pairs = fingerprint.replaceAll(':', '').toUpperCase().match(/../g) ?? [];
      return [host.toLowerCase(), pairs.join(':')];
    }),
  );

const list = z.preprocess(
  (value) =>
    String(value ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  z.array(z.string()),
);

const Environment = z
  .object({
    DATABASE_URL: optional(address('postgresql', 'postgres')),
    REDIS_URL: optional(address('redis', 'rediss')),
    GRADEWATCH_DATA: z.preprocess(blankIsUnset, z.string().default('./data')),
    GRADEWATCH_CONFIG: optional(z.string()),
    PORT: whole(0, 65_535, 8080),
    HOST: z.preprocess(blankIsUnset, z.string().default('127.0.0.1')),
    GRADEWATCH_PUBLIC_URL: optional(address('http', 'https')),
    SMTP_URL: optional(address('smtp', 'smtps')),
    MAIL_FROM: optional(
      z
        .string()
        .regex(
          /^[^\r\n<>]*<?[^\s<>@,]+@[^\s<>@,]+>?$/,
          'must be one mail address, such as Gradewatch <alerts@example.org>',
        ),
    ),
    ADMIN_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
    GRADEWATCH_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
    GRADEWATCH_CONTACT: optional(z.string().regex(/^[^\r\n]{3,200}$/, 'must be one line')),
    GRADEWATCH_OPERATOR: list.pipe(
      z.array(
        z.union([address('http', 'https'), z.string().regex(/^[^\s@<>,]+@[^\s@<>,]+$/)], {
          error: 'must be a mail address or an http(s) webhook address, or several separated by commas',
        }),
      ),
    ),
    GRADEWATCH_RETURNS: optional(z.string().refine(isAbsolute, { error: 'must be an absolute path of a folder' })),
    GRADEWATCH_FRESH_DAYS: whole(1, 365, 14),
    GRADEWATCH_REVIEW_BELOW: optional(numberFrom(0, 1)),
    GRADEWATCH_KEEP_DAYS: whole(1, 3_650, 90),
    GRADEWATCH_STORM: whole(1, 1_000, 5),
    GRADEWATCH_ALLOW_PRIVATE: list.refine((hosts) => hosts.every(isNetwork), {
      error: 'must be hosts, addresses or networks such as 127.0.0.1,10.0.0.0/8, separated by commas',
    }),
    GRADEWATCH_ALLOW_CERTIFICATES: list.refine((pins) => pins.every((pin) => PIN.test(pin)), {
      error: 'must be host=fingerprint, the SHA-256 fingerprint in 64 hexadecimal digits, separated by commas',
    }),
    GRADEWATCH_NOW: optional(
      z.string().refine((value) => !Number.isNaN(Date.parse(value.replace(/^=/, ''))), {
        error: 'must be an ISO time such as 2024-01-15T09:00:00Z, with a leading = to stand still',
      }),
    ),
    TRUST_PROXY: z.preprocess(
      blankIsUnset,
      z.enum(['0', '1', 'true', 'false'], { error: 'must be 1 (true) or 0 (false)' }).default('0'),
    ),
    HTTPS_PROXY: optional(address('http', 'https')),
    NO_PROXY: list,
    LOG_LEVEL: z.preprocess(
      blankIsUnset,
      z
        .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
        .default('info'),
    ),
    NO_COLOR: optional(z.string()),
  })
  .superRefine((env, context) => {
    const fault = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    if (env.REDIS_URL && !env.DATABASE_URL)
      fault('REDIS_URL', 'is set without DATABASE_URL; set both to run on servers, or neither to run embedded');
    if (env.DATABASE_URL && !env.GRADEWATCH_SECRET)
      fault(
        'GRADEWATCH_SECRET',
        'is required when DATABASE_URL is set: several processes must sign with one secret (openssl rand -hex 32)',
      );
    if (env.SMTP_URL && !env.MAIL_FROM) fault('MAIL_FROM', 'is required when SMTP_URL is set: mails need a sender');
  });

/** Settings as the program uses them; paths are absolute. */
export interface Settings {
  databaseUrl: string | null;
  redisUrl: string | null;
  dataDir: string;
  /** null: the configuration that ships with the package. */
  configDir: string | null;
  port: number;
  host: string;
  publicUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  adminToken: string | null;
  secret: string | null;
  contact: string | null;
  /** Whom the sites we ask may write to: the contact, else the public address. */
  userAgentContact: string | null;
  /** Tried in this order. */
  operator: string[];
  /** Folder into which mail to our sender is delivered. */
  returns: string | null;
  freshDays: number;
  reviewBelow: number | null;
  keepDays: number;
  storm: number;
  allowPrivate: string[];
  /** Certificates accepted although they do not verify: host to SHA-256 fingerprint. */
  allowCertificates: ReadonlyMap<string, string>;
  now: { at: Date; still: boolean } | null;
  trustProxy: boolean;
  proxy: { https: string | null; noProxy: string[] };
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  colour: boolean;
}

/** Names in the environment that look like ours but are not: nearly always a typing slip. */
function strangers(env: NodeJS.ProcessEnv): string[] {
  const known = Object.keys(Environment.shape);
  return Object.keys(env)
    .filter((name) => name.startsWith('GRADEWATCH_') && !known.includes(name))
    .map((name) => {
      const meant = closest(name, known);
      return `${name} is not a setting${meant ? `; did you mean ${meant}?` : ''}`;
    });
}

/** @throws WrongUse naming every fault. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const read = Environment.safeParse(env);
  const faults = strangers(env);
  if (!read.success) faults.push(...read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  if (!read.success || faults.length > 0) throw new WrongUse(faults);
  const value = read.data;
  return {
    databaseUrl: value.DATABASE_URL ?? null,
    redisUrl: value.REDIS_URL ?? null,
    dataDir: path.resolve(value.GRADEWATCH_DATA),
    configDir: value.GRADEWATCH_CONFIG ? path.resolve(value.GRADEWATCH_CONFIG) : null,
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.GRADEWATCH_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM ?? 'Gradewatch <gradewatch@localhost>',
    adminToken: value.ADMIN_TOKEN ?? null,
    secret: value.GRADEWATCH_SECRET ?? null,
    contact: value.GRADEWATCH_CONTACT ?? null,
    userAgentContact: value.GRADEWATCH_CONTACT ?? value.GRADEWATCH_PUBLIC_URL ?? null,
    operator: value.GRADEWATCH_OPERATOR,
    returns: value.GRADEWATCH_RETURNS ?? null,
    freshDays: value.GRADEWATCH_FRESH_DAYS,
    reviewBelow: value.GRADEWATCH_REVIEW_BELOW ?? null,
    keepDays: value.GRADEWATCH_KEEP_DAYS,
    storm: value.GRADEWATCH_STORM,
    allowPrivate: value.GRADEWATCH_ALLOW_PRIVATE,
    allowCertificates: pinned(value.GRADEWATCH_ALLOW_CERTIFICATES),
    now: value.GRADEWATCH_NOW
      ? { at: new Date(value.GRADEWATCH_NOW.replace(/^=/, '')), still: value.GRADEWATCH_NOW.startsWith('=') }
      : null,
    trustProxy: ['1', 'true'].includes(value.TRUST_PROXY),
    proxy: { https: value.HTTPS_PROXY ?? null, noProxy: value.NO_PROXY },
    logLevel: value.LOG_LEVEL,
    colour: value.NO_COLOR === undefined,
  };
}

/** Names of the settings that the environment sets. */
export const givenSettings = (env: NodeJS.ProcessEnv = process.env): string[] =>
  SETTING_NAMES.filter((name) => blankIsUnset(env[name]) !== undefined);

/** Every variable that is read. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);
