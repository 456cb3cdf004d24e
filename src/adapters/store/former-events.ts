import { type PersonDecision, takenBack } from '../../core/events/decisions.ts';
import type { EventReport, Inspectorate, JudgementEvent, Service } from '../../core/types.ts';
import type { Prisma, PrismaClient } from './client.ts';
import { decisionsTouching } from './decisions.ts';
import { reviveEvent } from './event-body.ts';
import { WAITS } from './events.ts';
import { STILL_WAITING } from './findings.ts';

/** What stood under a key under which nothing is claimed now. */
export interface FormerEvent {
  key: string;
  authority: string;
  inspectorate: Inspectorate;
  service: Service;
  /** A person is to say where its reports belong, or nothing we have tells of it any more. */
  state: 'waits_for_review' | 'gone';
  /** Since when. */
  since: Date;
  /** Of those that made it, the ones that wait. */
  reports: EventReport[];
  /** As readers were told of it; null where nobody was. */
  told: JudgementEvent | null;
  /** When a person rejected what made it; null where it went otherwise. */
  rejectedAt: Date | null;
}

/** Longer than any key was ever led on. */
const MOST_STEPS = 50;

export function formerEventStore(prisma: PrismaClient) {
  return {
    /** @returns null where what stands under the key is claimed, or the key never was an event's */
    async formerEvent(key: string): Promise<FormerEvent | null> {
      const told = await toldAndWaiting(prisma, key);
      if (told) return told;
      const row = await endOf(prisma, key);
      if (!row) return null;
      const last = await prisma.eventRevision.findFirst({ where: { key: row.alias }, orderBy: { number: 'desc' } });
      if (!last) return null;
      const { authority, inspectorate, service, reports } = reviveEvent(last.body);
      const ids = await waitingAmong(prisma, row.findingIds);
      return {
        ...{ key, authority, inspectorate, service, since: row.at },
        state: ids.size > 0 ? 'waits_for_review' : 'gone',
        reports: reports.filter(({ findingId }) => ids.has(findingId)),
        told: null,
        rejectedAt: ids.size > 0 ? null : lastRejection(await decisionsTouching(prisma, row.findingIds)),
      };
    },
  };
}

/** An event readers were told of, whose reports all wait: under its key or one before. */
async function toldAndWaiting(prisma: PrismaClient, name: string): Promise<FormerEvent | null> {
  const key = (await prisma.eventAlias.findUnique({ where: { alias: name } }))?.key ?? name;
  const row = await prisma.event.findUnique({ where: { key, status: WAITS } });
  if (!row) return null;
  const told = reviveEvent(row.body);
  const { authority, inspectorate, service, reports } = told;
  const ids = await waitingAmong(
    prisma,
    reports.map(({ findingId }) => findingId),
  );
  return {
    ...{ key, authority, inspectorate, service, told, since: row.changedAt },
    rejectedAt: null,
    state: 'waits_for_review',
    reports: reports.filter(({ findingId }) => ids.has(findingId)),
  };
}

async function waitingAmong(prisma: PrismaClient, findingIds: string[]): Promise<Set<string>> {
  const waiting = await prisma.finding.findMany({
    where: { id: { in: findingIds }, ...STILL_WAITING },
    select: { id: true },
  });
  return new Set(waiting.map(({ id }) => id));
}

function lastRejection(decisions: PersonDecision[]): Date | null {
  const undone = takenBack(decisions);
  return decisions.findLast(({ id, kind }) => kind === 'reject' && !undone.has(id))?.at ?? null;
}

/** The last key that one leads on to, where that leads nowhere. */
async function endOf(prisma: PrismaClient, key: string): Promise<Prisma.EventAliasGetPayload<object> | null> {
  let alias = key;
  for (let step = 0; step < MOST_STEPS; step++) {
    const row = await prisma.eventAlias.findUnique({ where: { alias } });
    if (row === null || row.key === null) return row;
    alias = row.key;
  }
  return null;
}
