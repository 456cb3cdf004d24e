import path from 'node:path';
import { type Command, Option } from 'commander';
import type { App } from '../app.ts';
import { takenBackNote, ungradedNote } from '../core/sending/wishes.ts';
import { withoutOverallNote } from '../core/sending/without-overall.ts';
import { type Channel, USUAL_CADENCE } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { type Subscribed, subscribe, wishFaults } from '../steps/subscribe.ts';
import { suppressionFaults } from '../steps/suppress.ts';
import { cadenceNamed, faultsInto, jsonOption, quietOption, readInput } from './arguments.ts';
import type { Cli } from './cli.ts';
import { CRITERIA_HELP, type CriteriaWords, criteriaOf, criteriaOptions } from './criteria.ts';

export interface SubscribeOptions extends CriteriaWords {
  email?: string;
  webhook?: string;
  slack?: string;
  teams?: string;
  every: string;
  quiet?: string;
  note?: string;
  confirmed?: string;
  json?: boolean;
}

/** Checked with all else that was typed, so that its fault hides no other. */
export const everyOption = () => new Option('--every <when>', 'how often: event, day or week').default(USUAL_CADENCE);

export const addSubscribe = (program: Command, cli: Cli) =>
  criteriaOptions(program.command('subscribe'))
    .option('--email <address>', 'send mail there')
    .option('--webhook <url>', 'call this address, signed')
    .option('--slack <url>', 'post to this Slack webhook')
    .option('--teams <url>', 'post to this Teams webhook')
    .addOption(everyOption())
    .option('--quiet <hours>', 'send nothing then but at the end, as 22:00-07:00, London time')
    .option('--note <text>', 'shown in what is sent')
    .option('--confirmed <reason>', 'you vouch for the reader’s consent; without it a confirmation is sent first')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `${CRITERIA_HELP}

Examples: gradewatch subscribe --email desk@example.org --authority bexley --confirmed "asked by telephone"
          gradewatch subscribe --email night@example.org --region London --grade inadequate --quiet 22:00-07:00
Alerts in a browser are asked for there, on the page /subscribe.`,
    )
    .action((options: SubscribeOptions) => add(cli, options));

const PLACES = { email: 'mail', webhook: 'webhook', slack: 'slack', teams: 'teams' } as const satisfies Record<
  string,
  Channel
>;

async function add(cli: Cli, options: SubscribeOptions): Promise<void> {
  const faults: string[] = [];
  const check = faultsInto(faults);
  const places = (Object.keys(PLACES) as (keyof typeof PLACES)[]).filter((flag) => options[flag] !== undefined);
  const [place = 'email'] = places;
  if (places.length === 0) faults.push('say where to send: one of --email, --webhook, --slack, --teams');
  if (places.length > 1) faults.push('one place a subscription: give only one of --email, --webhook, --slack, --teams');
  const every = check(() => cadenceNamed(options.every), USUAL_CADENCE);
  const quiet = check(() => quietOption(options.quiet), null);
  const said = readCriteria(cli, options);
  const knowledge = await cli.knowledgeOfData();
  const criteria = check(() => criteriaOf(said, knowledge), null);
  const app = await cli.app();
  const { deps, settings } = app;
  const channel = PLACES[place];
  const address = check(() => (places.length > 0 ? deps.channels[channel].check(options[place] ?? '') : ''), '');
  if (criteria !== null) faults.push(...wishFaults({ criteria, every, quiet }, deps));
  const [suppressed = null] = address === '' ? [] : await suppressionFaults(deps, [{ channel, address }]);
  if (suppressed !== null) faults.push(suppressed);
  if (faults.length > 0 || criteria === null) throw new WrongUse(faults);
  const { note = null, confirmed = null } = options;
  const done = await subscribe(deps, { channel, address, every, criteria, quiet, note, confirmed });
  const file = outboxFile(done, settings);
  const { confirmation: _provider, ...shown } = done;
  cli.result({ ...shown, ...(file ? { confirmation: file } : {}) }, () => answer(done, address, file), options);
  const { names } = deps;
  for (const caveat of [withoutOverallNote(criteria, names), ungradedNote(criteria, names), takenBackNote(criteria)])
    if (caveat !== null) cli.say(caveat);
  if (done.waits) cli.say(`The confirmation is not sent yet: ${done.waits}.`);
  if (done.state === 'pending') for (const line of linkCaveats(app)) cli.say(line);
}

/** What `--criteria FILE` holds takes the place of its name. */
export const readCriteria = (cli: Cli, options: SubscribeOptions): SubscribeOptions =>
  options.criteria === undefined
    ? options
    : { ...options, criteria: readInput(cli.io, options.criteria).toString('utf8') };

function answer(
  { subscription, state, exists, confirmed, secret, waits }: Subscribed,
  address: string,
  file: string | null,
): string {
  const there = exists
    ? `It exists already, nothing was added: ${subscription}, ${state}. To change its note or quiet hours end it and ask again.\n`
    : '';
  if (confirmed) return `Active: ${subscription}. It waited for its reader; your word stands in for theirs.`;
  const signed = secret ? `\nSecret for checking signatures, shown this once: ${secret}` : '';
  if (state === 'active') return there || `Active: ${subscription}${signed}`;
  return file
    ? `${there}No mail server is set (SMTP_URL), so nothing was sent: the confirmation is the file\n  ${file}\nAlerts begin when the link in it is followed. (${subscription})`
    : `${there}A confirmation ${waits ? 'is to be' : 'was'} sent to ${address}; alerts begin when its link is followed. (${subscription})${signed}`;
}

/** Where a confirmation lies that was written instead of sent. */
function outboxFile({ confirmation }: Subscribed, { dataDir }: Settings): string | null {
  const [, name] = /^outbox:(.+)$/.exec(confirmation ?? '') ?? [];
  return name ? path.join(dataDir, 'outbox', name) : null;
}

/** What to know about links in what was just sent: where they lead, and until when. */
export function linkCaveats({ deps, settings, isServed }: App): string[] {
  if (settings.publicUrl !== null) return [];
  const { publicUrl } = deps.policy;
  if (settings.port === 0)
    return [
      isServed()
        ? `Its link leads to ${publicUrl}, a port taken for this run only; for links that last set PORT or GRADEWATCH_PUBLIC_URL.`
        : 'Its link cannot be followed: with PORT=0 the pages have no lasting address. Set GRADEWATCH_PUBLIC_URL (or PORT) and subscribe again: it is then sent anew.',
    ];
  return isServed()
    ? []
    : [
        `Its link leads to ${publicUrl}, where \`gradewatch start\` serves the pages; set GRADEWATCH_PUBLIC_URL if readers reach them elsewhere.`,
      ];
}
