/** What commands that decide something have in common: a reason, who says so, the event or finding meant, the answer. */
import type { Command } from 'commander';
import type { StoredEvent } from '../adapters/store/events.ts';
import type { StoredFinding } from '../adapters/store/findings.ts';
import type { FormerEvent } from '../adapters/store/former-events.ts';
import type { Store } from '../adapters/store/store.ts';
import { closest } from '../core/closest.ts';
import { counted } from '../core/sending/names.ts';
import { WrongUse } from '../errors.ts';
import type { Decided } from '../steps/decide.ts';
import { decideByPerson } from '../steps/decide.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';

export interface DecidingOptions {
  reason: string;
  by: string;
  json?: boolean;
}

export const deciding = (command: Command): Command =>
  command
    .requiredOption(
      '--reason <text>',
      'why; kept in the history, and told to readers where it corrects what they were told',
    )
    .option('--by <name>', 'who decides; kept in the history', 'operator')
    .addOption(jsonOption());

/** @throws WrongUse when the reason says nothing */
export function decidedBy({ reason, by }: DecidingOptions): { reason: string; by: string } {
  if (reason.trim() === '') throw new WrongUse('--reason must say why: it is what the history will show');
  return { reason: reason.trim(), by: by.trim() || 'operator' };
}

/** Of a key under which no event stands now: what became of it, and what to do. */
const formerWords = ({ key, state, reports }: FormerEvent): string =>
  state === 'waits_for_review'
    ? `the event "${key}" stands no more: its reports wait for a person (${reports.map(({ findingId }) => `gradewatch review accept ${findingId}`).join(', ')}, or change or reject)`
    : `the event "${key}" stands no more: no article is read as telling of it`;

/** An event by its key or any key it ever had. @throws WrongUse where its reports wait, else naming the key likely meant */
export async function eventNamed(store: Store, key: string): Promise<StoredEvent> {
  const found = await store.event(key);
  if (found && !found.event.waits) return found;
  const former = await store.formerEvent(key);
  if (former) throw new WrongUse(formerWords(former));
  const meant = closest(key, await store.eventKeys());
  throw new WrongUse(
    `there is no event "${key}"${meant ? `; did you mean ${meant}?` : '; gradewatch events list names all'}`,
  );
}

/** @throws WrongUse when there is no such finding */
export async function findingNamed(store: Store, id: string): Promise<StoredFinding> {
  const [found] = await store.findings([id]);
  if (found) return found;
  throw new WrongUse(
    `there is no finding "${id}"; gradewatch review list names those that wait, events show KEY those of an event`,
  );
}

export const findingsOf = ({ event }: StoredEvent): string[] => event.reports.map(({ findingId }) => findingId);

/** @param done what happened, as the beginning of a sentence: `Merged` @param untold what readers hear where no alert goes out */
export function tellDecided(
  cli: Cli,
  decided: Decided,
  done: string,
  options: DecidingOptions,
  untold = heardOf(decided),
): void {
  const { decision, events, alerts } = decided;
  cli.result(
    decided,
    () =>
      [
        `${done}${events.length > 0 ? `: ${events.join(', ')}` : ''}.`,
        alerts > 0 ? `${counted(alerts, 'alert is', 'alerts are')} on the way.` : untold,
        ...(decision ? [`To take it back: gradewatch events undo ${decision} --reason "…"`] : []),
      ].join('\n'),
    options,
  );
}

/** Who hears of it where no alert is promised or freed by it. */
function heardOf({ waiting, summaries }: Decided): string {
  if (waiting > 0)
    return `${counted(waiting, 'alert of it waits and tells', 'alerts of it wait and tell')} what is so by then.`;
  return summaries
    ? 'Nobody is told at once; the next message of a day or a week may tell it.'
    : 'Nobody is told: no alert of it waits, and nobody is told by day or week.';
}

export async function undo(cli: Cli, decisionId: string, options: DecidingOptions): Promise<void> {
  const by = decidedBy(options);
  const { deps } = await cli.app();
  const found = await deps.store.decision(decisionId);
  const keys = await deps.store.eventKeysOfFindings(found?.findingIds ?? []);
  const subjects = [...keys, ...(found?.findingIds ?? [])];
  const done = await decideByPerson(deps, { kind: 'undo', decisionId, ...by }, subjects);
  tellDecided(cli, done, `Took back ${decisionId}`, options);
}
