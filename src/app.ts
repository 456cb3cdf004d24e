/** The composition root: the only place that knows the mode, the clock and which library keeps which promise. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeChannels } from './adapters/channels/index.ts';
import { checkOperator, makeOperatorDoor } from './adapters/channels/operator.ts';
import { fillingsSince, readMigrations } from './adapters/database/migrate.ts';
import { openDatabase } from './adapters/database/open.ts';
import { lookAtDisk } from './adapters/disk.ts';
import { makeDiscover } from './adapters/feeds/discover.ts';
import { makeFeedReader } from './adapters/feeds/read-feed.ts';
import { makeMailer, parseSender } from './adapters/mail/index.ts';
import { tidyOutbox } from './adapters/mail/outbox.ts';
import { makeMailbox } from './adapters/mailbox.ts';
import { makePageReader } from './adapters/pages/read-page.ts';
import { openQueues } from './adapters/queue/open.ts';
import { readBackup } from './adapters/store/backup/read-backup.ts';
import { writeBackup } from './adapters/store/backup/write-backup.ts';
import { makeCounters } from './adapters/store/counters.ts';
import { makeStore, type Store } from './adapters/store/store.ts';
import type { StoredSubscription } from './adapters/store/subscriptions.ts';
import {
  addressKey,
  hashOfPart,
  hashToken,
  type LinkPurpose,
  newToken,
  operatorKey,
  readLink,
  signLink,
} from './adapters/tokens.ts';
import { makeGuardedPost, makeWeb } from './adapters/web-fetch/index.ts';
import { makePushes, pushKeys, pushSubject } from './adapters/web-push/index.ts';
import { makeWebhooks } from './adapters/webhook/index.ts';
import { makeClock } from './clock.ts';
import { type Register, withJudgements } from './core/register.ts';
import { JOBS, type JobName, type Payload } from './jobs.ts';
import { loadKnowledge, type World } from './knowledge.ts';
import { packageRoot } from './package-root.ts';
import type { Clock, Log } from './ports.ts';
import type { Settings } from './settings.ts';
import type { Deps, JobQueue } from './steps/deps.ts';
import { CONFIRM_DAYS } from './steps/send-confirmation.ts';
import { version } from './version.ts';

export interface AppOptions {
  log: Log;
  /** Where this process answers commands of others; null when it does not. */
  socket: string | null;
  /** The invented world of a demonstration; null for the real one. */
  world: World | null;
  /** The embedded engine died: the process can only stop. */
  onBroken?(error: Error): void;
}

/** Names the keys in Redis. @param installation kept in the database, so that processes agree however they spell its address */
export const queuePrefix = (installation: string): string => `gradewatch-${installation.slice(0, 8)}`;

/** Mails in files are kept as long as addresses of ended subscriptions. */
const OUTBOX_DAYS = 28;

const migrationsDir = path.join(packageRoot, 'prisma', 'migrations');

/** Payloads of the jobs, as the queue is told of them. */
type JobPayloads = { [Name in JobName]: Payload<Name> };

export async function openApp(settings: Settings, { log, socket, world, onBroken }: AppOptions) {
  const now = makeClock(settings.now);
  // What travels is stamped with the true time, whatever the product's clock: receivers check it against theirs.
  const trueTime = makeClock(null);
  const outside = {
    userAgentContact: settings.userAgentContact,
    version: version(),
    allowPrivate: settings.allowPrivate,
    now: trueTime,
  };
  const post = makeGuardedPost({ ...outside, proxy: settings.proxy });
  checkOperator(settings.operator, post.refusal);
  const knowledge = await loadKnowledge(settings, world);
  const database = await openDatabase({
    url: settings.databaseUrl,
    dataDir: settings.dataDir,
    migrationsDir,
    log,
    socket,
    ...(onBroken ? { onBroken } : {}),
  });
  const store = makeStore(database.pool);
  const queues = await openWork().catch(async (error: unknown) => {
    await store.close();
    await database.close();
    throw error;
  });
  const holds = {
    until: store.heldUntil,
    hold: (host: string, until: Date) => store.holdHost(host, until, now()),
  };
  const web = makeWeb({
    ...outside,
    proxy: settings.proxy,
    namedGapMs: 0,
    groups: knowledge.hostingGroups,
    certificates: settings.allowCertificates,
    holds,
  });
  const feeds = makeFeedReader(knowledge.listRules);
  const pages = makePageReader({ rules: knowledge.pageRules, sites: knowledge.reportSites });
  const outboxDir = path.join(settings.dataDir, 'outbox');
  const mailer = makeMailer({
    smtpUrl: settings.smtpUrl,
    from: settings.mailFrom,
    outboxDir,
    now: trueTime,
  });
  const secret = settings.secret ?? keptSecret(settings.dataDir);
  const keys = pushKeys(secret);
  const sender = parseSender(settings.mailFrom).address;
  const waysOut = {
    mailer,
    webhooks: makeWebhooks({ post: post.post, now: trueTime }),
    pushes: makePushes({
      ...{ post: post.post, keys },
      subject: pushSubject({ contact: settings.contact, publicUrl: settings.publicUrl, sender }),
    }),
    post: post.post,
    domain: sender.split('@')[1] ?? 'localhost',
    refusal: post.refusal,
  };

  const deps: Deps = {
    ...knowledge,
    async housekeeping() {
      await database.housekeeping();
      await tidyOutbox(outboxDir, new Date(trueTime().getTime() - OUTBOX_DAYS * 86_400_000));
    },
    now,
    log,
    store,
    queue: jobQueue(queues),
    web,
    feeds,
    mailbox: makeMailbox(),
    discover: makeDiscover(knowledge.listRules),
    pages,
    channels: makeChannels(waysOut),
    operator: settings.operator.length > 0 ? makeOperatorDoor(settings.operator, waysOut) : null,
    lookAtDisk: () => lookAtDisk(settings.dataDir),
    async newToken(subject, purpose, also = []) {
      if (purpose === 'confirm' || purpose === 'address')
        return signLink(secret, {
          purpose,
          subject,
          expires: new Date(now().getTime() + CONFIRM_DAYS * 86_400_000),
        });
      const { token, hash } = newToken();
      const parts = [subject, ...also].map((subscriptionId, part) => ({
        subscriptionId,
        hash: part === 0 ? hash : hashOfPart(token, part),
      }));
      await store.addTokens(parts, purpose, now());
      return token;
    },
    addressKey: (address) => addressKey(secret, address),
    refreshRegister: registerRefresher(store, () => deps, knowledge.register),
    push:
      settings.publicUrl === null
        ? null
        : {
            publicUrl: settings.publicUrl,
            post: post.post,
            newSecret: () => randomBytes(24).toString('base64url'),
          },
    policy: {
      freshDays: settings.freshDays,
      keepDays: settings.keepDays,
      returns: settings.returns === null ? null : pathToFileURL(settings.returns).href,
      storm: settings.storm,
      publicUrl: settings.publicUrl ?? `http://${settings.host}:${settings.port || 8080}`,
      sample: world !== null,
      contact: settings.contact,
    },
  };

  await deps.refreshRegister();
  let served = false;

  /** Embedded, whoever worked on this data before is dead. */
  async function openWork() {
    if (database.mode === 'embedded') await store.endClaims();
    const prefix = queuePrefix(await installation(store, now));
    return openQueues<JobPayloads>({ redisUrl: settings.redisUrl, database, prefix, log });
  }

  return {
    settings,
    deps,
    database,
    queues,
    /** Everything this store holds, as of now, into a file. @returns rows by table */
    backup: (file: string) => writeBackup(database.pool, file, secret, now()),
    /** A backup into this store, which must be empty. Nothing is sent from then on until the hold is released. */
    async restore(file: string, withoutSecrets: boolean) {
      const migrations = await readMigrations(migrationsDir);
      const restored = await readBackup(database.pool, file, {
        ...{ secret, withoutSecrets, now: now() },
        fillingsSince: (migration) => fillingsSince(migrations, migration),
      });
      await deps.refreshRegister();
      return restored;
    },
    /** Links lead to where the pages are served, unless a public address is set. */
    servedAt(address: string) {
      served = true;
      if (settings.publicUrl === null) deps.policy.publicUrl = address;
    },
    /** What browsers are asked with whether messages of this installation may come. */
    pushKey: keys.publicKey,
    /** What operators are known by; null: their pages are off. */
    operatorKey: settings.adminToken === null ? null : operatorKey(secret, settings.adminToken),
    /** What strangers do, counted together with the other processes. */
    counters: makeCounters(database.pool, secret),
    /** Whether this process serves the pages. */
    isServed: () => served,
    /** The subscription a link's token stands for; null when it is unknown or expired. */
    async subscriptionOf(token: string, purpose: LinkPurpose) {
      if (purpose !== 'confirm') return store.subscriptionOfToken(hashToken(token), purpose);
      const subject = readLink(secret, token, purpose, now());
      return subject === null || subject === 'expired' ? null : store.subscription(subject);
    },
    /** All subscriptions a link's token stands for: a message may tell what several asked for. */
    async subscriptionsOf(token: string, purpose: 'unsubscribe') {
      const found: StoredSubscription[] = [];
      for (let part = 0; part === found.length; part += 1) {
        const one = await store.subscriptionOfToken(hashOfPart(token, part), purpose);
        if (one) found.push(one);
      }
      return found;
    },
    /** The change of address a link confirms; null when the link is unknown or expired. */
    async addressChangeOf(token: string) {
      const subject = readLink(secret, token, 'address', now());
      return subject === null || subject === 'expired' ? null : store.addressChange(subject);
    },
    /** Workers first, then what they used. Safe to call twice. */
    close: once(async () => {
      await queues.close();
      await Promise.all([feeds.close?.(), pages.close(), web.close(), post.close(), mailer.close()]);
      await store.close();
      await database.close();
    }),
  };
}

export type App = Awaited<ReturnType<typeof openApp>>;

const jobQueue = (queues: Awaited<ReturnType<typeof openQueues<JobPayloads>>>): JobQueue => ({
  async put(name, payloads) {
    const kind = JOBS[name];
    const jobs = payloads.map((payload) => ({ payload, jobId: kind.id(payload as never) }));
    if (jobs.length > 0) await queues.putMany(name, jobs as never);
  },
});

/** The shipped register with what people imported, read again when that changed. */
function registerRefresher(
  store: Pick<Store, 'registerStamp' | 'registerRows'>,
  deps: () => Pick<Deps, 'register'>,
  shipped: Register,
) {
  let known = '';
  return async () => {
    const stamp = await store.registerStamp();
    if (stamp === known) return;
    deps().register = withJudgements(shipped, await store.registerRows());
    known = stamp;
  };
}

/** What names this installation, made once and kept in its database. */
async function installation(store: Store, now: Clock): Promise<string> {
  return (await store.fact('installation')) ?? store.settleFact('installation', randomBytes(8).toString('hex'), now());
}

/** Signs confirm links of an embedded installation: made once, kept beside the database. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= action();
    return done;
  };
}
