/** What a command is given: streams, settings, and the data when it asks for it. */
import type { Command } from 'commander';
import { lockHolder } from '../adapters/database/lock.ts';
import { type App, openApp } from '../app.ts';
import { loadKnowledge } from '../knowledge.ts';
import { quietLog } from '../log.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Knowledge } from '../steps/deps.ts';
import type { Io } from './io.ts';

/** Thrown by `app()` when a running `start` holds the data: the whole command goes to it through its socket. */
export class AnswerElsewhere extends Error {
  readonly socket: string;
  constructor(socket: string) {
    super('another process holds the data');
    this.socket = socket;
  }
}

export interface Cli {
  io: Io;
  settings(): Settings;
  /** Opens the data, once. Nothing may be printed before. */
  app(): Promise<App>;
  /** What the config folder says, without opening the data. */
  knowledge(): Promise<Knowledge>;
  /** Results go to stdout: one JSON document when `--json` was given, else the text. */
  result(data: unknown, text: () => string, options: { json?: boolean | undefined }): void;
  /** Progress and warnings. */
  say(line: string): void;
  /** The command did its work but something in it failed: exit code 1. */
  failed(): void;
  colour(): boolean;
  /** Columns to lay results out in; infinite where they go to a file or another program. */
  width(): number;
}

export type AddCommand = (program: Command, cli: Cli) => void;

export interface Running {
  cli: Cli;
  code(): number;
  close(): Promise<void>;
}

/** @param shared the app of the process that answers for others; without it the command opens its own */
export function makeCli(io: Io, shared: App | null): Running {
  let settings: Settings | null = null;
  let own: Promise<App> | null = null;
  let known: Promise<Knowledge> | null = null;
  let code = 0;
  const read = () => {
    settings ??= shared?.settings ?? readSettings();
    return settings;
  };
  const cli: Cli = {
    io,
    settings: read,
    async knowledge() {
      if (shared) return shared.deps;
      known ??= loadKnowledge(read(), null);
      return known;
    },
    async app() {
      if (shared) return shared;
      const current = read();
      const holder = current.databaseUrl ? null : lockHolder(current.dataDir);
      if (holder?.socket && holder.pid !== process.pid) throw new AnswerElsewhere(holder.socket);
      own ??= openApp(current, { log: quietLog(cli.say), socket: null, world: null });
      return own;
    },
    result(data, text, options) {
      io.stdout(options.json ? `${JSON.stringify(data, null, 2)}\n` : ensureNewline(text()));
    },
    say: (line) => io.stderr(`${line}\n`),
    failed() {
      code = 1;
    },
    colour: () => io.colour && read().colour,
    width: () => (io.colour ? io.columns : Number.POSITIVE_INFINITY),
  };
  return { cli, code: () => code, close: async () => void (await (await own)?.close()) };
}

const ensureNewline = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
