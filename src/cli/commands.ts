import type { Command } from 'commander';
import type { AddCommand, Cli } from './cli.ts';

interface Entry {
  /** The command's word, then its aliases. */
  words: readonly string[];
  summary: string;
  /** For a command that is a group of others. */
  example?: string;
  load(): Promise<AddCommand>;
}

/**
 * Every command, in the order in which `--help` lists them. Only the one asked for is loaded: help and the commands that
 * need no data answer at once.
 */
const COMMANDS: readonly Entry[] = [
  {
    words: ['start'],
    summary: 'poll the sources, judge, store, alert and serve the pages, in one process',
    load: async () => (await import('./start.ts')).addStart,
  },
  {
    words: ['demo'],
    summary: 'the whole product on a small world of invented councils and papers, in a throw-away data folder',
    load: async () => (await import('./demo.ts')).addDemo,
  },
  {
    words: ['classify'],
    summary: 'judge articles without storing anything: text or HTML files, or standard input',
    load: async () => (await import('./classify.ts')).addClassify,
  },
  {
    words: ['ingest'],
    summary: 'put articles through identity, judging, events and alerts as if they had been polled',
    load: async () => (await import('./ingest.ts')).addIngest,
  },
  {
    words: ['extract'],
    summary: 'the readable text of a page and its metadata, as JSON; a file, an address, or - for standard input',
    load: async () => (await import('./extract.ts')).addExtract,
  },
  {
    words: ['feeds', 'sources'],
    summary: 'the sources that are polled',
    example: 'gradewatch feeds show ofsted-on-gov-uk',
    load: async () => (await import('./feeds.ts')).addFeeds,
  },
  {
    words: ['events'],
    summary: 'stored judgements',
    example: 'gradewatch events list --region London',
    load: async () => (await import('./events.ts')).addEvents,
  },
  {
    words: ['review'],
    summary: 'what waits for a person: findings, corrections, complaints',
    example: 'gradewatch review list',
    load: async () => (await import('./review.ts')).addReview,
  },
  {
    words: ['authorities'],
    summary: 'local authorities and their judgements',
    example: 'gradewatch authorities show bexley',
    load: async () => (await import('./authorities.ts')).addAuthorities,
  },
  {
    words: ['register'],
    summary: 'judgements as the inspectorates published them',
    example: 'gradewatch register list --authority bexley',
    load: async () => (await import('./register.ts')).addRegister,
  },
  {
    words: ['subscribe'],
    summary: 'ask for alerts or digests',
    load: async () => (await import('./subscriptions.ts')).addSubscriptions,
  },
  {
    words: ['subscriptions'],
    summary: 'who is told of what',
    example: 'gradewatch subscriptions list',
    load: async () => (await import('./subscriptions.ts')).addSubscriptions,
  },
  {
    words: ['digest'],
    summary: 'sum up one week, Monday to Sunday, London time; a closed week gives the same bytes each time',
    load: async () => (await import('./digest.ts')).addDigest,
  },
  {
    words: ['reassess'],
    summary: 'run today’s rules over stored articles and show what would change',
    load: async () => (await import('./reassess.ts')).addReassess,
  },
  {
    words: ['evaluate'],
    summary: 'precision, recall and F1 of the judging against labelled articles, with every miss',
    load: async () => (await import('./evaluate.ts')).addEvaluate,
  },
  {
    words: ['trace'],
    summary: 'from an alert or event back to the bytes received: every step, time and version',
    load: async () => (await import('./trace.ts')).addTrace,
  },
  {
    words: ['config'],
    summary: 'the rule and source data',
    example: 'gradewatch config check',
    load: async () => (await import('./config.ts')).addConfig,
  },
  {
    words: ['backup'],
    summary: 'write everything the store holds to one file, secrets sealed',
    load: async () => (await import('./backup.ts')).addBackup,
  },
  {
    words: ['restore'],
    summary: 'fill an empty store from a backup; nothing is sent until it is released',
    load: async () => (await import('./backup.ts')).addRestore,
  },
  {
    words: ['doctor'],
    summary: 'settings, data folder, database, queue, mail, config and clock: what is wrong and what to do',
    load: async () => (await import('./doctor.ts')).addDoctor,
  },
];

/** Gives the program its commands: the one that is asked for whole, of the others word and summary. */
export async function addCommands(program: Command, cli: Cli): Promise<void> {
  const asked = cli.io.argv.find((word) => !word.startsWith('-'));
  const wanted = COMMANDS.find(({ words }) => asked !== undefined && words.includes(asked));
  if (wanted) (await wanted.load())(program, cli);
  for (const { words, summary, example } of COMMANDS) {
    const [name = '', ...aliases] = words;
    const command = program.commands.find((one) => one.name() === name) ?? program.command(name);
    command.description(summary).aliases(aliases);
    if (example) command.addHelpText('after', `\nExample: ${example}`);
  }
}
