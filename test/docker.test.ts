import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSettings } from '../src/settings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** Names of settings, as the one file that reads them declares them. */
const settings = new Set([...text('src/settings.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!));

interface Service {
  image: string;
  build?: string;
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
  stop_grace_period?: string;
}
const compose = parse(text('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, null>;
};
const ours = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);
const workers = readdirSync(join(root, 'workers'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'all');

/** `${NAME:-default}`, `${NAME:+instead}` and `${NAME:?complaint}`, as docker compose fills them in. */
const filled = (value: string, env: Record<string, string>) =>
  value.replace(/\$\{(\w+)(?::([-+?])([^}]*))?\}/g, (_, name, kind, rest) => {
    if (kind === '+') return env[name] ? rest : '';
    if (env[name]) return env[name];
    if (kind === '-') return rest;
    throw new Error(`${name}: ${rest ?? 'not set'}`);
  });

describe('docker-compose.yml', () => {
  test('has one service for each kind of worker, each running its own entry point', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(workers.sort());
    for (const [name, { entrypoint, command }] of ours) {
      expect(entrypoint).toEqual(['node', `dist/workers/${name}.js`]);
      expect(command).toEqual([]); // the image's own would become an argument
    }
  });

  test('gives every process settings that exist, and that the program takes as they are', () => {
    const secrets = { POSTGRES_PASSWORD: 'p'.repeat(48), GRADEWATCH_SECRET: 's'.repeat(64) };
    for (const [, { environment = {} }] of ours) {
      expect(Object.keys(environment).filter((name) => !settings.has(name))).toEqual([]);
      const env = Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [name, filled(value, secrets)]),
      );
      const read = readSettings(env);
      expect(read.databaseUrl).toContain('@database:5432/gradewatch');
      expect(read.redisUrl).toBe('redis://redis:6379');
    }
  });

  test('leaves no setting out but what the image settles, and passes on what is set', () => {
    const given = compose.services.tick!.environment!;
    const left = [...settings].filter((name) => !(name in given));
    expect(left.sort()).toEqual(['GRADEWATCH_CONFIG', 'GRADEWATCH_DATA', 'HOST', 'PORT']);
    for (const name of ['GRADEWATCH_STORM', 'TRUST_PROXY', 'HTTPS_PROXY'])
      expect(filled(given[name]!, { [name]: '7' })).toBe('7');
  });

  test('mounts the folder of returned mail where the processes look for it, and nothing where none is named', () => {
    const outside = { GRADEWATCH_RETURNS: '/var/mail/returns' };
    for (const [, { volumes = [], environment = {} }] of ours) {
      const inside = filled(environment.GRADEWATCH_RETURNS!, outside);
      expect(volumes.map((volume) => filled(volume, outside))).toContain(`/var/mail/returns:${inside}:ro`);
      expect(filled(environment.GRADEWATCH_RETURNS!, {})).toBe('');
    }
  });

  test('asks for nothing from outside but settings and the database’s password', () => {
    const asked = new Set([...text('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
    expect([...asked].filter((name) => !settings.has(name))).toEqual(['POSTGRES_PASSWORD']);
  });

  test('holds no secret, and does not start without them', () => {
    const { GRADEWATCH_SECRET, DATABASE_URL } = compose.services.web!.environment!;
    expect(() => filled(GRADEWATCH_SECRET!, {})).toThrow('at least 32 characters');
    expect(() => filled(DATABASE_URL!, {})).toThrow('set it in .env');
  });

  test('starts our processes when database and queue answer', () => {
    for (const [, { depends_on = {} }] of ours)
      for (const name of ['database', 'redis']) {
        expect(depends_on[name]).toEqual({ condition: 'service_healthy' });
        expect(compose.services[name]!.healthcheck!.test).toBeDefined();
      }
  });

  test('asks the pages whether they are ready, and no process that serves none', () => {
    for (const [name, { healthcheck }] of ours)
      if (name === 'web') expect(healthcheck!.test!.join(' ')).toContain('http://127.0.0.1:8080/readyz');
      else expect(healthcheck).toEqual({ disable: true });
  });

  test('keeps the queue over a restart and never throws a job away', () => {
    expect(compose.services.redis!.command!.join(' ')).toBe(
      'redis-server --appendonly yes --appendfsync everysec --maxmemory-policy noeviction',
    );
  });

  test('runs versions of the servers the program takes', () => {
    expect(Number(/^postgres:(\d+)$/.exec(compose.services.database!.image)?.[1])).toBeGreaterThanOrEqual(15);
    expect(Number(/^redis:(\d+)/.exec(compose.services.redis!.image)?.[1])).toBeGreaterThanOrEqual(7);
  });

  test('opens ports to this machine only, and keeps what matters in named volumes', () => {
    for (const { ports = [], volumes = [] } of Object.values(compose.services)) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(filled(volume, {}).split(':')[0]);
    }
  });

  test('leaves a process longer to stop than it takes for its running jobs', () => {
    const graceMs = Number(
      /CLOSE_GRACE_MS = ([\d_]+)/.exec(text('src/adapters/queue/open.ts'))![1]!.replaceAll('_', ''),
    );
    for (const [, { stop_grace_period }] of ours)
      expect(Number.parseInt(stop_grace_period!, 10) * 1000).toBeGreaterThan(graceMs);
  });
});

describe('Dockerfile', () => {
  /** Instructions, with continued lines joined and comments gone. */
  const instructions = text('Dockerfile')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ name: line.split(' ', 1)[0]!, rest: line.slice(line.indexOf(' ') + 1) }));
  const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
  const all = (name: string, among = instructions) =>
    among.filter((each) => each.name === name).map(({ rest }) => rest);

  test('installs exactly what the lock file says, and leaves the tools of development behind', () => {
    expect(all('FROM')).toHaveLength(2);
    expect(all('RUN').join('\n')).toContain('npm ci --ignore-scripts');
    expect(all('RUN').join('\n')).toContain('npm prune --omit=dev');
  });

  test('runs a Node the program is made for, as a user without rights', () => {
    const least = Number(/\d+/.exec(JSON.parse(text('package.json')).engines.node)![0]);
    for (const from of all('FROM')) expect(Number(/^node:(\d+)-slim/.exec(from)![1])).toBeGreaterThanOrEqual(least);
    expect(all('USER', last)).toEqual(['node']);
    expect(last.findIndex(({ name }) => name === 'USER')).toBeLessThan(
      last.findIndex(({ name }) => name === 'ENTRYPOINT'),
    );
  });

  test('sets nothing but settings', () => {
    const names = all('ENV').flatMap((rest) => rest.split(/\s+/).map((pair) => pair.split('=')[0]!));
    expect(names.filter((name) => !settings.has(name))).toEqual(['NODE_ENV']);
  });

  test('copies what the program reads, and it exists', () => {
    const copied = all('COPY', last).map((rest) => /\/app\/(\S+)/.exec(rest)![1]!);
    expect(copied).toEqual(['package.json', 'node_modules', 'config', 'src/web/browser', 'prisma/migrations', 'dist']);
    for (const path of [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'config',
      'src/web/browser',
      'prisma/migrations',
    ])
      expect(existsSync(join(root, path)), path).toBe(true);
    const ignored = text('.dockerignore').split('\n');
    for (const path of ['node_modules', 'data', '.git', '.env']) expect(ignored).toContain(path);
  });

  test('starts the command the package names, and asks whether it is ready', () => {
    const { bin } = JSON.parse(text('package.json'));
    expect(JSON.parse(all('ENTRYPOINT')[0]!)).toEqual(['node', bin.gradewatch]);
    expect(JSON.parse(all('CMD')[0]!)).toEqual(['start']);
    expect(all('HEALTHCHECK')[0]).toContain('/readyz');
  });
});
