/** The queue's Redis or Valkey: the connection, and clear sentences for what can be wrong with it. */
import { Redis } from 'ioredis';
import { tryLater, WrongUse } from '../../errors.ts';
import type { Log } from '../../ports.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** Tested from here on; BullMQ's own scripts ask for 6.2. Valkey calls itself Redis 7.2. */
const MIN_MAJOR = 7;

/**
 * Connects, and refuses a server that would lose jobs.
 *
 * @throws WrongUse (version, eviction, password), TryLater (no answer)
 */
export async function openRedis(url: string, log: Log): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null, // wait for the server to come back rather than fail a job
    connectTimeout: CONNECT_TIMEOUT_MS,
    keepAlive: 10_000,
    // A connection that went silent with a command open (half-open TCP) is given up; longer than the longest blocking wait.
    socketTimeout: 90_000,
  });
  let faultMessage = 'no answer';
  let down = false;
  redis.on('error', (error) => {
    faultMessage = error.message || (error as NodeJS.ErrnoException).code || faultMessage;
    if (down) return; // one line an outage, not one a reconnection attempt
    down = true;
    log.warn('redis.connection_lost', { message: faultMessage });
  });
  redis.on('ready', () => {
    if (down) log.info('redis.connected_again');
    down = false;
  });
  try {
    await answered(redis, () => faultMessage, url);
    await checkServer(redis, url);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

async function answered(redis: Redis, fault: () => string, url: string): Promise<void> {
  redis.connect().catch(() => {}); // it goes on trying; the 'ready' below decides
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        tryLater(
          `REDIS_URL: no usable answer from ${serverName(url)} (${fault()}). Is Redis running and reachable from here?`,
        ),
      );
    }, CONNECT_TIMEOUT_MS);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
    redis.on('error', (error) => {
      if (!/WRONGPASS|NOAUTH|NOPERM/.test(error.message)) return;
      clearTimeout(timer);
      reject(new WrongUse(`REDIS_URL: ${serverName(url)} refuses this user or password. Correct the address.`));
    });
  });
}

async function checkServer(redis: Redis, url: string): Promise<void> {
  let said: string;
  try {
    said = await redis.info(); // CONFIG is often closed on hosted servers; INFO tells both
  } catch (error) {
    const { message } = error as Error;
    if (/WRONGPASS|NOAUTH|NOPERM/.test(message))
      throw new WrongUse(
        `REDIS_URL: ${serverName(url)} refuses this user or password (${message}). Correct the address.`,
      );
    throw error;
  }
  const version = /^redis_version:(\S+)/m.exec(said)?.[1] ?? '0';
  const policy = /^maxmemory_policy:(\S+)/m.exec(said)?.[1] ?? 'noeviction';
  const faults: string[] = [];
  if (Number.parseInt(version, 10) < MIN_MAJOR)
    faults.push(
      `REDIS_URL: ${serverName(url)} is Redis ${version}; Gradewatch needs ${MIN_MAJOR} or later, or Valkey. Upgrade the server or name another.`,
    );
  if (policy !== 'noeviction')
    faults.push(
      `REDIS_URL: ${serverName(url)} throws keys away when its memory is full (maxmemory-policy ${policy}), and jobs with them. Set it to noeviction.`,
    );
  if (faults.length > 0) throw new WrongUse(faults);
}

/** Host and port of an address, never its password. */
function serverName(url: string): string {
  try {
    const { hostname, port } = new URL(url);
    return `${hostname || 'localhost'}:${port || 6379}`;
  } catch {
    return 'the server';
  }
}
