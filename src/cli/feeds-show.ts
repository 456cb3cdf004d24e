import type { Command } from 'commander';
import { intervalWords, notesBeside, type SourceHealth, sourceHealth } from '../core/health.ts';
import { silenceWords } from '../core/polling/silence.ts';
import { counted, momentWords } from '../core/sending/names.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';
import { findSource, noSourcesWords } from './feeds-find.ts';
import { table } from './table.ts';

export function addFeedsShow(feeds: Command, cli: Cli): void {
  feeds
    .command('list')
    .description('every source with its health')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds list --json')
    .action((options: { json?: boolean }) => list(cli, options));
  feeds
    .command('show <source>')
    .description('one source by id or address: its health, its items and last attempts')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds show https://www.example.org/feed')
    .action((source: string, options: { json?: boolean }) => show(cli, source, options));
}

const day = (moment: Date | string | null) => (moment === null ? null : new Date(moment).toISOString().slice(0, 10));
const share = (part: number | null) => (part === null ? null : `${Math.round(part * 100)} %`);

/** What a person should look at, in a few words; null where all is as it should be. */
function remark(health: SourceHealth): string | null {
  const words = [
    health.status === 'resting' ? 'needs a look: rests after failing on trial' : null,
    health.error ? `${health.error.class} since ${day(health.error.since)}` : null,
    health.silentSince && health.state !== 'off' ? `silent since ${day(health.silentSince)}` : null,
  ].filter((one) => one !== null);
  return words.length > 0 ? words.join('; ') : null;
}

/** Shipped ids say whose source it is; the id of one that somebody added says nothing. */
const ownName = ({ id, name }: SourceHealth) => (id.startsWith('added-') ? name : null);

async function list(cli: Cli, options: { json?: boolean }): Promise<void> {
  const { store, proposals } = (await cli.app()).deps;
  const counts = await store.itemCounts();
  const health = (await store.sources()).map((source) => sourceHealth(source, counts.get(source.id) ?? 0));
  const rows = health.map((one) => [
    one.id,
    one.status,
    one.state,
    one.items,
    one.itemsPerWeek,
    share(one.overlap),
    one.lastSuccess ? momentWords(one.lastSuccess) : null,
    one.nextDue ? momentWords(one.nextDue) : null,
    one.intervalMinutes === null || one.state === 'off' ? null : intervalWords(one.intervalMinutes),
    [ownName(one), remark(one), one.state === 'off' || one.error ? null : one.intervalReason]
      .filter((words) => words !== null)
      .join('; '),
  ]);
  const head = ['id', 'status', 'state', 'items', 'a week', 'overlap', 'last answer', 'next poll', 'every', 'remarks'];
  cli.result(
    health.map(({ state: _state, ...shown }) => shown),
    () =>
      rows.length === 0
        ? noSourcesWords(proposals)
        : `${table(head, rows, cli.width())}\n${counted(rows.length, 'source')}`,
    options,
  );
}

/** When it is asked next, and what that rests on. */
function pollingWords({ id, state, status, nextDue, intervalMinutes, intervalReason }: SourceHealth): string {
  // What refuses us or is dead is not to be asked for no reason.
  const again = status === 'paused' || status === 'retired' ? `; gradewatch feeds resume ${id} polls it again` : '';
  if (state === 'off') return `not polled: ${status}${again}`;
  const next = nextDue ? `next poll ${momentWords(nextDue)}` : 'next poll as soon as gradewatch runs';
  return intervalMinutes === null
    ? `not yet polled; ${next}`
    : `asked after ${intervalWords(intervalMinutes)}: ${intervalReason}; ${next}`;
}

/** Lines about a source's health: nothing is said that is not known. */
function healthWords(health: SourceHealth): string[] {
  const { error, failures, silentSince, itemsPerWeek, overlap, lastSuccess, aliases, notes } = health;
  const facts = [
    lastSuccess ? `last answered ${momentWords(lastSuccess)}` : 'has not answered yet',
    itemsPerWeek === null ? null : `${itemsPerWeek} items a week`,
    overlap === null ? null : `${share(overlap)} of its list was known at the last poll`,
  ];
  return [
    pollingWords(health),
    facts.filter((fact) => fact !== null).join('; '),
    ...(error
      ? [`failing since ${momentWords(new Date(error.since))}, ${failures} in a row: ${error.class}, ${error.message}`]
      : []),
    ...(health.status === 'resting' ? ['needs a look: it failed on trial, and is asked once a week'] : []),
    ...(silentSince ? [`silent: ${silenceWords(silentSince)}`] : []),
    ...aliases.map((address) => `earlier address: ${address}`),
    ...notesBeside(error?.message, notes).map(({ message, at }) => `note, ${momentWords(new Date(at))}: ${message}`),
  ];
}

/** What a source's hub (WebSub) promised, and whether it kept it. */
function pushWords({ hub, until, lastPush }: { hub: string; until: string | null; lastPush: string | null }): string {
  if (until === null) return `hub: ${hub} was asked to tell us of news and has not agreed`;
  const last = lastPush ? `last did ${momentWords(new Date(lastPush))}` : 'has not yet';
  return `hub: ${hub} tells us of news until ${momentWords(new Date(until))}; ${last}`;
}

async function show(cli: Cli, source: string, options: { json?: boolean }): Promise<void> {
  const { store } = (await cli.app()).deps;
  const found = await findSource(cli, source);
  const items = await store.itemsOf(found.id, 200);
  const attempts = await store.polls(found.id, 20);
  const count = (await store.itemCounts()).get(found.id) ?? 0;
  const health = sourceHealth(found, count);
  const lease = await store.hubLease(found.id);
  const push = lease && { hub: lease.hub, until: lease.leaseUntil, lastPush: lease.lastPush };
  const { state: _state, ...known } = health;
  const { terms, basis, evidence, note } = found;
  const shown = {
    ...known,
    ...{ terms, basis, evidence, note, push },
    items: items.map(({ link, gaveUpReason: _reason, ...item }) => ({ ...item, url: link })),
    attempts: attempts.map(({ at, ms, outcome, message, status, items: listed, fresh }) => ({
      ...{ at, ms, outcome, message, status, items: listed, fresh },
    })),
  };
  cli.result(
    shown,
    () =>
      [
        `${found.name} (${found.id})\n${found.url}\n${found.kind}, ${found.format}, ${found.status}`,
        `may be used for: ${terms}${basis ? ` (${basis})` : ''}`,
        ...(evidence ? [`address found in: ${evidence}`] : []),
        ...(note ? [`remark: ${note}`] : []),
        ...healthWords(health),
        ...(push ? [pushWords(push)] : []),
        ...(attempts.length === 0
          ? []
          : [
              'Attempts',
              table(
                ['at', 'outcome', 'items', 'new', 'message'],
                attempts.map((one) => [momentWords(one.at), one.outcome, one.items, one.fresh, one.message ?? '']),
                cli.width(),
              ),
            ]),
        items.length < count ? `Items, the newest ${items.length} of ${count}` : `Items, ${count}`,
        ...(items.length === 0
          ? []
          : [
              table(
                ['first seen', 'published', 'state', 'title'],
                items.map((one) => [momentWords(one.firstSeen), day(one.published), one.state, one.title]),
                cli.width(),
              ),
            ]),
      ].join('\n'),
    options,
  );
}
