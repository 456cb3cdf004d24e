import type { Command } from 'commander';
import type { DecisionToKeep } from '../adapters/store/decisions.ts';
import type { StoredEvent } from '../adapters/store/events.ts';
import { closest } from '../core/closest.ts';
import { giveUp, WrongUse } from '../errors.ts';
import { decideByPerson, releaseEvent } from '../steps/decide.ts';
import type { Deps } from '../steps/deps.ts';
import type { Cli } from './cli.ts';
import { type DecidingOptions, decidedBy, deciding, eventNamed, findingsOf, tellDecided, undo } from './deciding.ts';

/** `events merge`, `split`, `hold`, `release`, `retract`, `undo`: what an operator decides about events. */
export function addEventDecisions(events: Command, cli: Cli): void {
  deciding(events.command('merge <event> <others...>'))
    .description('these are one judgement: keys of events, or ids of findings that wait in review')
    .addHelpText('after', '\nExample: gradewatch events merge KEY KEY --reason "one report, two papers"')
    .action((event: string, others: string[], options: DecidingOptions) => merge(cli, [event, ...others], options));
  deciding(events.command('split <event> <reports...>'))
    .description('these reports are of another judgement: ids or addresses as `events show` prints them')
    .addHelpText('after', '\nExample: gradewatch events split KEY FINDING --reason "the paper means the 2018 report"')
    .action((event: string, reports: string[], options: DecidingOptions) => split(cli, event, reports, options));
  deciding(events.command('hold <event>'))
    .description('tell nobody of it until it is released')
    .addHelpText('after', '\nExample: gradewatch events hold KEY --reason "asking the council"')
    .action((event: string, options: DecidingOptions) => rule(cli, event, 'hold', 'Held', options));
  deciding(events.command('release <event>'))
    .description('end its hold, or tell what a reassessment or an import left waiting')
    .addHelpText('after', '\nExample: gradewatch events release KEY --reason "the council confirms"')
    .action(async (event: string, options: DecidingOptions) => {
      const by = decidedBy(options);
      const { deps } = await cli.app();
      const { event: found } = await eventNamed(deps.store, event);
      tellDecided(cli, await releaseEvent(deps, found.key, by), 'Released', options);
    });
  deciding(events.command('retract <event>'))
    .description('we were wrong: whoever was told is told so')
    .option('--withdrawn', 'not we: the inspectorate took its report back')
    .addHelpText('after', '\nExample: gradewatch events retract KEY --reason "it was a school"')
    .action((event: string, options: DecidingOptions & { withdrawn?: boolean }) =>
      options.withdrawn
        ? rule(cli, event, 'withdraw', 'Marked as withdrawn by the inspectorate', options)
        : rule(cli, event, 'retract', 'Retracted', options),
    );
  deciding(events.command('undo <decision>'))
    .description('take a decision back, an earlier undo too')
    .addHelpText('after', '\nExample: gradewatch events undo DECISION --reason "held the wrong one"')
    .action((decision: string, options: DecidingOptions) => undo(cli, decision, options));
}

async function rule(
  cli: Cli,
  key: string,
  kind: 'hold' | 'retract' | 'withdraw',
  done: string,
  options: DecidingOptions,
): Promise<void> {
  const by = decidedBy(options);
  const { deps } = await cli.app();
  const stored = await eventNamed(deps.store, key);
  const findingIds = findingsOf(stored);
  if (findingIds.length === 0)
    throw giveUp(
      `${stored.event.key} has no report left: it is retracted already, and nothing about it can be decided`,
    );
  const asked: DecisionToKeep = { kind, ...by, findingIds };
  const untold =
    kind === 'hold' ? 'Nobody is told of it before it is released, by no alert and in no day or week.' : undefined;
  tellDecided(cli, await decideByPerson(deps, asked, [stored.event.key]), done, options, untold);
}

async function merge(cli: Cli, words: string[], options: DecidingOptions): Promise<void> {
  const by = decidedBy(options);
  const { deps } = await cli.app();
  const parts = await Promise.all(words.map((word) => partNamed(deps, word)));
  const groups = new Set(parts.map(({ group }) => group));
  if (groups.size > 1)
    throw new WrongUse(
      `only judgements of one authority, inspectorate and service can be one: these are ${[...groups].join(' and ')}; correct the finding first with gradewatch review change`,
    );
  const findingIds = [...new Set(parts.flatMap((part) => part.findingIds))];
  if (findingIds.length < 2) throw new WrongUse('nothing to merge: name two different events or findings');
  const subjects = parts.map(({ subject }) => subject);
  const waiting = parts.flatMap((part) => part.waiting);
  if (waiting.length > 0) await decideByPerson(deps, { kind: 'accept', ...by, findingIds: waiting }, subjects);
  const done = await decideByPerson(deps, { kind: 'merge', ...by, findingIds }, subjects);
  tellDecided(cli, done, 'Merged', options);
}

/** An event by key, or a finding by id. */
async function partNamed({ store }: Deps, word: string) {
  const [finding] = await store.findings([word]);
  const found = finding ? null : (await eventNamed(store, word)).event;
  const { authority, inspectorate, service } = finding ?? found!;
  return {
    group: `${authority}, ${inspectorate}, ${service}`,
    subject: finding?.id ?? found!.key,
    findingIds: finding ? [finding.id] : found!.reports.map(({ findingId }) => findingId),
    waiting: finding && finding.standing === 'review' && finding.ruledAt === null ? [finding.id] : [],
  };
}

async function split(cli: Cli, key: string, words: string[], options: DecidingOptions): Promise<void> {
  const by = decidedBy(options);
  const { deps } = await cli.app();
  const stored = await eventNamed(deps.store, key);
  const findingIds = reportsNamed(stored, words);
  const from = findingsOf(stored).filter((id) => !findingIds.includes(id));
  if (from.length === 0) throw new WrongUse(`these are all reports of ${stored.event.key}: leave at least one`);
  const asked: DecisionToKeep = { kind: 'split', ...by, findingIds, from };
  const done = await decideByPerson(deps, asked, [stored.event.key]);
  const rest = await deps.store.eventKeysOfFindings(from);
  tellDecided(cli, { ...done, events: [...new Set([...done.events, ...rest])] }, 'Split', options);
}

/** @throws WrongUse naming each word that is none of the event's reports */
function reportsNamed({ event }: StoredEvent, words: string[]): string[] {
  const faults: string[] = [];
  const found = words.flatMap((word) => {
    const report = event.reports.find(({ findingId, articleId, url }) => [findingId, articleId, url].includes(word));
    if (report) return [report.findingId];
    const meant = closest(
      word,
      event.reports.map(({ findingId }) => findingId),
    );
    faults.push(
      `"${word}" is no report of ${event.key}${meant ? `; did you mean ${meant}?` : `; it has ${event.reports.map(({ findingId }) => findingId).join(', ')}`}`,
    );
    return [];
  });
  if (faults.length > 0) throw new WrongUse(faults);
  return found;
}
