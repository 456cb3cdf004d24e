import { accessSync, constants } from 'node:fs';
import { aboutFolder } from '../adapters/database/embedded.ts';
import { lockHolder } from '../adapters/database/lock.ts';
import { lookAtDisk } from '../adapters/disk.ts';
import { greetServer } from '../adapters/mail/greet.ts';
import { parseSender } from '../adapters/mail/index.ts';
import { makeFolder } from '../adapters/make-folder.ts';
import { disk, noMailTaken, type WayOutTry } from '../core/supervision.ts';
import { GiveUp, giveUp, TryLater, WrongUse } from '../errors.ts';
import type { Settings } from '../settings.ts';
import type { Deps } from '../steps/deps.ts';
import { HOLD_WORDS, isOnHold } from '../steps/on-hold.ts';
import { look as lookAt, recentTries } from '../steps/supervise.ts';
import { jsonOption } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { keptBackCounted } from './subscriptions-kept-back.ts';

interface Finding {
  part: string;
  ok: boolean;
  says: string;
}

const PING_MS = 5_000;
/** A person who asks wants to know what is so, however long somebody has watched. */
const LONG_AGO = new Date(0);
/** A clock further off than this makes signatures and certificates fail. */
const MOST_CLOCK_SKEW_MS = 60_000;

export const addDoctor: AddCommand = (program, cli) => {
  program
    .command('doctor')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch doctor')
    .action(async (options: { json?: boolean }) => {
      const findings = await examine(cli);
      cli.result(
        findings,
        () => findings.map(({ part, ok, says }) => `${ok ? 'ok  ' : 'FAIL'}  ${part.padEnd(9)} ${says}`).join('\n'),
        options,
      );
      if (findings.some(({ ok }) => !ok)) cli.failed();
    });
};

async function examine(cli: Cli): Promise<Finding[]> {
  const settings = cli.settings();
  const findings: Finding[] = [
    {
      part: 'settings',
      ok: true,
      says: settings.databaseUrl
        ? settings.redisUrl
          ? 'servers: PostgreSQL and Redis'
          : 'servers: PostgreSQL, the queue in it'
        : 'embedded: DATABASE_URL is not set',
    },
  ];
  const look = async (part: string, check: () => Promise<string> | string) => {
    try {
      findings.push({ part, ok: true, says: await check() });
      return true;
    } catch (error) {
      const says = (error as Error).message.replaceAll('\n', '; ');
      const isQueue = says.startsWith('REDIS_URL');
      // Both are opened together, the database first.
      if (part === 'database' && isQueue) findings.push({ part, ok: true, says: 'server, answers' });
      findings.push({ part: isQueue ? 'queue' : part, ok: false, says });
      if (
        !(error instanceof GiveUp || error instanceof TryLater || error instanceof WrongUse) &&
        !(error as NodeJS.ErrnoException).code
      )
        throw error;
      return false;
    }
  };
  await look('data', () => aboutFolder(settings.dataDir, () => dataFolder(settings.dataDir)));
  await look('config', async () => {
    const { rulebook, proposals } = await cli.knowledge();
    return `${rulebook.rules.length} rules, ${rulebook.authorities.length} authorities, ${proposals.length} sources (rules ${rulebook.version})`;
  });
  await look('returns', () =>
    settings.returns ? readable(settings.returns) : 'not read: set GRADEWATCH_RETURNS to learn of mail that comes back',
  );
  let tried: readonly WayOutTry[] = [];
  await look('database', async () => {
    const { database, queues, deps } = await cli.app();
    await database.ping(PING_MS);
    await look('clock', async () => checkClock(await deps.store.clockSkewMs()));
    await look('queue', async () => {
      await queues.ping(PING_MS);
      return queues.backend === 'redis' ? 'Redis answers' : 'in the database, answers';
    });
    if (await isOnHold(deps.store)) findings.push({ part: 'sending', ok: false, says: HOLD_WORDS });
    const kept = await deps.store.keptBackCounts();
    if (kept.suppressed + kept.lifted > 0) findings.push({ part: 'addresses', ok: true, says: keptBackCounted(kept) });
    tried = await recentTries(deps, ['mail']);
    await look('delivery', async () => outagesOf(deps));
    return `${database.mode}, answers`;
  });
  await look('mail', () => mailWords(settings, tried));
  findings.push({ part: 'operator', ok: true, says: operatorWords(settings.operator) });
  if (settings.adminToken)
    findings.push({
      part: 'admin',
      ok: true,
      says: 'ADMIN_TOKEN is set: it opens the page /operator, and /api/v1/operator as a bearer token',
    });
  if (settings.trustProxy)
    findings.push({
      part: 'proxy',
      ok: true,
      says: 'TRUST_PROXY is set; the last address in X-Forwarded-For counts as the visitor’s',
    });
  return findings;
}

/** Asks the mail server, and says what became of the mails it was given lately. */
async function mailWords(
  { smtpUrl, mailFrom, dataDir, operator }: Settings,
  tried: readonly WayOutTry[],
): Promise<string> {
  if (!smtpUrl) return `written to ${dataDir}/outbox: set SMTP_URL and MAIL_FROM to send`;
  const from = parseSender(mailFrom).address;
  await greetServer(smtpUrl, { from, to: operator.find((place) => place.includes('@')) ?? from }, PING_MS);
  const where = `by SMTP at ${new URL(smtpUrl).host}, which answers`;
  const none = noMailTaken(tried);
  if (none !== null) throw giveUp(`${where}, but ${none}`);
  return `${where}, from ${mailFrom}`;
}

/** Every outage that lasts, and the canary as of now. */
async function outagesOf(deps: Deps): Promise<string> {
  const isElsewhere = ({ part }: { part: string }) => part === 'disk'; // stands under the data folder
  const now = (await lookAt(deps, LONG_AGO)).filter((verdict) => !isElsewhere(verdict));
  const failing = now.flatMap((verdict) => (verdict.state === 'failing' ? [verdict] : []));
  const open = (await deps.store.openOutages()).filter((outage) => !isElsewhere(outage));
  const told = open.filter(({ part }) => !failing.some((verdict) => verdict.part === part));
  const faults = [...failing, ...told].map(({ part, says }) => `${part}: ${says}`);
  if (faults.length > 0) throw giveUp(faults.join('\n'));
  return 'no outage, and nothing promised in the last two days is overdue';
}

const operatorWords = (places: readonly string[]): string =>
  places.length === 0
    ? 'faults go to the log only: set GRADEWATCH_OPERATOR to be told'
    : `told of faults by ${places.map((place) => (place.includes('@') ? 'mail' : 'webhook')).join(', else by ')}`;

function checkClock(skewMs: number): string {
  if (skewMs > MOST_CLOCK_SKEW_MS)
    throw giveUp(`is ${Math.round(skewMs / 1000)} s off the database’s; set both by NTP`);
  return 'agrees with the database';
}

function readable(folder: string): string {
  accessSync(folder, constants.R_OK | constants.X_OK);
  return `mail that comes back is read from ${folder}`;
}

async function dataFolder(dataDir: string): Promise<string> {
  await makeFolder(dataDir, 0o700);
  const look = await lookAtDisk(dataDir);
  if (look.fault !== null) throw Object.assign(new Error(look.fault), { code: look.fault });
  const verdict = disk(look, LONG_AGO);
  if (verdict.state === 'failing')
    throw giveUp(`${verdict.says}. Free some space or choose another folder with GRADEWATCH_DATA.`);
  const holder = lockHolder(dataDir);
  return `${dataDir}, writable${holder ? `, held by process ${holder.pid}` : ''}`;
}
