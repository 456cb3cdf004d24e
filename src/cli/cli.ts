/** What a command is given: streams, settings, and the data when it asks for it. */
import type { Command } from 'commander';
import { lockHolder } from '../adapters/database/lock.ts';
import type { App } from '../app.ts';
import { quietLog } from '../log.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Knowledge } from '../steps/deps.ts';
import { untilFree } from './data-folder.ts';
import type { Io } from './io.ts';

/** Thrown by `app()` when a running `start` holds the data: the whole command goes to it through its socket. */
export class AnswerElsewhere extends Error {
  readonly socket: string;
  constructor(socket: string) {
    super('another process holds the data');
    this.socket = socket;
  }
}

/** The data and the knowledge are loaded when a command asks for them: help and checks of arguments need neither. */
export interface Cli {
  io: Io;
  settings(): Settings;
  /** Opens the data, once. Nothing may be printed before. */
  app(): Promise<App>;
  /** What the config folder says, without opening the data. */
  knowledge(): Promise<Knowledge>;
  /** The same for a command about the data: whoever holds them may know other councils, as a demonstration does. */
  knowledgeOfData(): Promise<Knowledge>;
  /** Results go to stdout: one JSON document when `--json` was given, else the text. */
  result(data: unknown, text: () => string, options: { json?: boolean | undefined }): void;
  /** Runs another command line, one that reached this process, on the data it holds. @returns its exit code */
  answer(io: Io, app: App): Promise<number>;
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

/**
 * @param shared the app of the process that answers for others; without it the command opens its own
 * @param answer runs a whole command line
 */
export function makeCli(io: Io, shared: App | null, answer: Cli['answer']): Running {
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
      const current = read();
      known ??= import('../knowledge.ts').then(({ loadKnowledge }) => loadKnowledge(current, null));
      return known;
    },
    async knowledgeOfData() {
      const holder = shared || own || read().databaseUrl ? null : lockHolder(read().dataDir);
      if (holder?.socket) throw new AnswerElsewhere(holder.socket);
      return cli.knowledge();
    },
    async app() {
      if (shared) return shared;
      const current = read();
      const holder = !own && !current.databaseUrl ? await untilFree(current.dataDir, cli.say) : null;
      if (holder?.socket) throw new AnswerElsewhere(holder.socket);
      own ??= import('../app.ts').then(({ openApp }) =>
        openApp(current, { log: quietLog(cli.say), socket: null, world: null }),
      );
      return own;
    },
    result(data, text, options) {
      io.stdout(options.json ? `${JSON.stringify(data, null, 2)}\n` : ensureNewline(text()));
    },
    answer,
    say: (line) => io.stderr(`${line}\n`),
    failed() {
      code = 1;
    },
    colour: () => io.colour && read().colour,
    width: () => (io.colour ? io.columns : Number.POSITIVE_INFINITY),
  };
  // What could not be opened was told, and needs no closing.
  return { cli, code: () => code, close: async () => void (await (await own?.catch(() => null))?.close()) };
}

const ensureNewline = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
