import type { GroupDecision, GroupMaterial } from '../../core/events/decide.ts';
import type { Alerting } from '../../core/events/freshness.ts';
import { canonicalJson, digestId, sha256 } from '../../core/keys.ts';
import type { ToldNotice } from '../../core/sending/alert.ts';
import type {
  Assessment,
  Claim,
  Day,
  DayRange,
  EventStatus,
  HistoryEntry,
  JudgementEvent,
  Report,
  Tier,
  UngradedActivity,
} from '../../core/types.ts';
import type { StoredArticle } from './articles.ts';
import { type Client, holdLock, json, type Prisma, type PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { writeJournal } from './journal.ts';

/** Everything that may be one inspection's: correlation looks at one such group at a time, under its lock. */
export interface Group {
  authority: string;
  inspectorate: string;
  service: string;
}

export interface StoredEvent {
  event: JudgementEvent;
  learntAt: Date;
  revision: number;
}

export interface EventFilter {
  authorities?: string[];
  inspectorate?: string;
  grade?: string;
  /** Days of publication, half-open. */
  since?: Day;
  until?: Day;
  take?: number;
}

type EventRow = Prisma.EventGetPayload<Record<string, never>>;
const readEvent = (row: EventRow): StoredEvent => ({
  event: reviveEvent(row.body),
  learntAt: row.learntAt,
  revision: row.revision,
});

const where = (filter: EventFilter): Prisma.EventWhereInput => ({
  ...(filter.authorities ? { authority: { in: filter.authorities } } : {}),
  ...(filter.inspectorate ? { inspectorate: filter.inspectorate } : {}),
  ...(filter.grade ? { grades: { has: filter.grade } } : {}),
  ...(filter.since || filter.until
    ? { day: { ...(filter.since ? { gte: filter.since } : {}), ...(filter.until ? { lt: filter.until } : {}) } }
    : {}),
});

export function eventStore(prisma: PrismaClient) {
  return {
    /**
     * Keeps the verdict on an article: its findings replace those of earlier rules or revisions.
     *
     * @returns the groups whose findings changed, to be correlated next
     */
    async keepAssessment(article: StoredArticle, assessment: Assessment, now: Date): Promise<Group[]> {
      return prisma.$transaction(async (tx) => {
        await holdLock(tx, `article:${article.id}`);
        const before = await tx.finding.findMany({ where: { articleId: article.id } });
        const findings = [
          ...assessment.events.map((claim) => ({ claim, standing: 'event' })),
          ...assessment.review.map((claim) => ({ claim, standing: 'review' })),
        ].map(({ claim, standing }, position) => findingRow(article, assessment, claim, standing, position, now));
        const same = canonicalJson(before.map(comparable)) === canonicalJson(findings.map(comparable));
        if (!same) {
          await tx.finding.deleteMany({ where: { articleId: article.id } });
          await tx.finding.createMany({ data: findings });
        }
        await tx.activity.deleteMany({ where: { articleId: article.id } });
        await tx.activity.createMany({
          data: assessment.notices.map((activity) => activityRow(article, activity, now)),
          skipDuplicates: true,
        });
        await tx.revision.update({
          where: { articleId_number: { articleId: article.id, number: article.revision } },
          data: { assessment: json(assessment), rules: assessment.rulesVersion },
        });
        const groups = new Map([...before, ...findings].map((finding) => [groupName(finding), groupOf(finding)]));
        return [...groups.values()];
      });
    },

    /** The last step of judging, after its groups are correlated: until then the tick comes back to the article. */
    async markAssessed(articleId: string, rules: string, now: Date): Promise<void> {
      await prisma.article.update({ where: { id: articleId }, data: { assessedAt: now, assessedRules: rules } });
    },

    /**
     * Correlates one group under its lock: loads the set of findings, lets `decide` (pure) say which events they make,
     * and keeps the difference with its notices. Running it again changes nothing.
     */
    async correlateGroup(
      group: Group,
      decide: (material: GroupMaterial) => GroupDecision,
      cause: string,
      now: Date,
    ): Promise<GroupDecision> {
      return prisma.$transaction(async (tx) => {
        await holdLock(tx, `group:${groupName(group)}`);
        const material = await loadMaterial(tx, group);
        const decision = decide(material);
        await keepDecision(tx, material, decision, cause, now);
        return decision;
      });
    },

    async event(keyOrAlias: string): Promise<StoredEvent | null> {
      const key = await resolve(prisma, keyOrAlias);
      const row = await prisma.event.findUnique({ where: { key } });
      return row && readEvent(row);
    },

    async events(filter: EventFilter): Promise<StoredEvent[]> {
      const rows = await prisma.event.findMany({
        where: where(filter),
        orderBy: [{ day: { sort: 'desc', nulls: 'last' } }, { key: 'asc' }],
        ...(filter.take ? { take: filter.take } : {}),
      });
      return rows.map(readEvent);
    },

    /** Events first stored in this time, whatever their own day. */
    async eventsLearnt(from: Date, until: Date): Promise<StoredEvent[]> {
      const rows = await prisma.event.findMany({
        where: { learntAt: { gte: from, lt: until } },
        orderBy: { key: 'asc' },
      });
      return rows.map(readEvent);
    },

    async eventKeysOfArticle(articleId: string): Promise<string[]> {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT "key" FROM "public"."Event" WHERE "body"->'reports' @> ${JSON.stringify([{ articleId }])}::jsonb ORDER BY "key"`;
      return rows.map(({ key }) => key);
    },

    async eventHistory(key: string) {
      return prisma.eventRevision.findMany({ where: { key }, orderBy: { number: 'asc' } });
    },

    async aliasesOf(key: string): Promise<string[]> {
      return (await prisma.eventAlias.findMany({ where: { key }, orderBy: { alias: 'asc' } })).map(
        ({ alias }) => alias,
      );
    },

    /** What the notice corrects, as readers were told it; null for a first notice. */
    async toldBefore(eventKey: string, notice: string): Promise<ToldNotice['was']> {
      const row = await prisma.notice.findUnique({ where: { eventKey_notice: { eventKey, notice } } });
      return wasTold(row?.changes);
    },

    /** Corrections made in this time, each with the event as it stood at a moment. */
    async correctionsWithin(from: Date, until: Date, asAt: Date) {
      const rows = await prisma.notice.findMany({
        where: { at: { gte: from, lt: until }, notice: { not: 'first' } },
        orderBy: [{ at: 'asc' }, { eventKey: 'asc' }],
      });
      const bodies = await bodiesAsAt(
        prisma,
        rows.map(({ eventKey }) => eventKey),
        asAt,
      );
      const events = new Map(bodies.map(({ event }) => [event.key, event]));
      return rows.flatMap(({ eventKey, notice, changes, at }) => {
        const event = events.get(eventKey);
        return event ? [{ event, notice: { notice, was: wasTold(changes) }, at }] : [];
      });
    },

    /** Events published in these days or learnt between these moments, as they stood at a moment. */
    async eventsAsAt(days: DayRange, { from, until }: { from: Date; until: Date }, asAt: Date): Promise<StoredEvent[]> {
      const rows = await prisma.event.findMany({
        where: { OR: [{ day: { gte: days.from, lt: days.until } }, { learntAt: { gte: from, lt: until } }] },
        select: { key: true },
      });
      return bodiesAsAt(
        prisma,
        rows.map(({ key }) => key),
        asAt,
      );
    },

    async unroutedNotices(take: number): Promise<{ eventKey: string; notice: string }[]> {
      return prisma.notice.findMany({
        where: { routedAt: null },
        orderBy: { at: 'asc' },
        select: { eventKey: true, notice: true },
        take,
      });
    },

    async noticeRouted(eventKey: string, notice: string, now: Date): Promise<void> {
      await prisma.notice.updateMany({ where: { eventKey, notice }, data: { routedAt: now } });
    },

    /** Findings that waited for a person at a moment, newest first. */
    async reviewAsAt(asAt: Date, take = 500) {
      const rows = await prisma.finding.findMany({
        where: { standing: 'review', at: { lte: asAt } },
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        include: { article: { select: { url: true, publisher: true, ...newestTitle } } },
        take,
      });
      return rows.map((row) => ({
        ...row,
        claim: row.claim as unknown as Claim,
        title: row.article.revisions[0]?.title ?? '',
      }));
    },

    async reviewCount(articleId: string): Promise<number> {
      return prisma.finding.count({ where: { articleId, standing: 'review' } });
    },

    /** Visits and outcomes without a grade, by day of the article. */
    async activities(since: Day, until: Day) {
      const rows = await prisma.activity.findMany({
        where: { day: { gte: since, lt: until } },
        orderBy: [{ day: 'asc' }, { id: 'asc' }],
        include: { article: { select: { url: true, publisher: true, ...newestTitle } } },
      });
      return rows.map((row) => ({
        ...row,
        kind: row.kind as UngradedActivity['kind'],
        title: row.article.revisions[0]?.title ?? '',
      }));
    },

    /** How the articles of an event may be told: see `Article.alerting`. */
    async alertingOf(articleIds: string[]): Promise<Alerting[]> {
      const rows = await prisma.article.findMany({ where: { id: { in: articleIds } }, select: { alerting: true } });
      return rows.map(({ alerting }) => alerting as Alerting);
    },

    async counts() {
      const [items, articles, findings, events] = await Promise.all([
        prisma.item.count(),
        prisma.article.count(),
        prisma.finding.count(),
        prisma.event.count(),
      ]);
      return { items, articles, findings, events };
    },
  };
}

const wasTold = (changes: unknown): ToldNotice['was'] =>
  (changes as { was?: ToldNotice['was'] } | null | undefined)?.was ?? null;

const newestTitle = { revisions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } } } as const;

/** The newest revision of each event that was there at a moment. */
async function bodiesAsAt(client: Client, keys: string[], asAt: Date): Promise<StoredEvent[]> {
  const revisions = await client.eventRevision.findMany({
    where: { key: { in: keys }, at: { lte: asAt } },
    orderBy: [{ key: 'asc' }, { number: 'desc' }],
    distinct: ['key'],
  });
  const learnt = new Map(
    (await client.event.findMany({ where: { key: { in: keys } }, select: { key: true, learntAt: true } })).map(
      (row) => [row.key, row.learntAt],
    ),
  );
  return revisions.map(({ key, number, body, at }) => ({
    event: reviveEvent(body),
    revision: number,
    learntAt: learnt.get(key) ?? at,
  }));
}

const groupName = (group: Group) => `${group.authority}|${group.inspectorate}|${group.service}`;
const groupOf = ({ authority, inspectorate, service }: Group): Group => ({ authority, inspectorate, service });
const comparable = ({
  id,
  standing,
  claim,
  history,
}: {
  id: string;
  standing: string;
  claim: unknown;
  history: unknown;
}) => ({ id, standing, claim, history });

function findingRow(
  article: StoredArticle,
  assessment: Assessment,
  claim: Claim,
  standing: string,
  position: number,
  now: Date,
) {
  const history = assessment.history.filter((entry) => entry.authority === claim.authority);
  return {
    id: digestId('finding', article.id, claim.authority, claim.inspectorate, claim.service, position),
    articleId: article.id,
    revision: article.revision,
    authority: claim.authority,
    inspectorate: claim.inspectorate,
    service: claim.service,
    standing,
    claim: json(claim),
    history: json(history),
    rules: assessment.rulesVersion,
    at: now,
  };
}

function activityRow(article: StoredArticle, activity: UngradedActivity, now: Date) {
  return {
    id: digestId('activity', article.id, activity.authority, activity.kind),
    articleId: article.id,
    authority: activity.authority,
    kind: activity.kind,
    outcome: activity.outcome,
    day: article.published?.slice(0, 10) ?? null,
    evidence: json(activity.evidence),
    at: now,
  };
}

async function resolve(client: Client, keyOrAlias: string): Promise<string> {
  return (await client.eventAlias.findUnique({ where: { alias: keyOrAlias } }))?.key ?? keyOrAlias;
}

async function loadMaterial(tx: Client, group: Group): Promise<GroupMaterial> {
  const findings = await tx.finding.findMany({
    where: { ...group, standing: 'event' },
    orderBy: { id: 'asc' },
    include: { article: { include: { revisions: { orderBy: { number: 'desc' }, take: 1 } } } },
  });
  const reports = findings.map(({ article, ...finding }): Report & { text: string } => ({
    findingId: finding.id,
    articleId: article.id,
    claim: finding.claim as unknown as Claim,
    history: finding.history as unknown as HistoryEntry[],
    title: article.revisions[0]?.title ?? '',
    text: article.revisions[0]?.text ?? '',
    url: article.url,
    publisher: article.publisher,
    tier: article.tier as Tier,
    articleDay: article.published?.slice(0, 10) ?? null,
    firstSeen: article.firstSeen,
    copyOf: article.duplicateOf,
  }));
  const events = await tx.event.findMany({ where: group, orderBy: { key: 'asc' } });
  const notices = await tx.notice.findMany({
    where: { eventKey: { in: events.map(({ key }) => key) } },
    orderBy: { at: 'asc' },
  });
  return {
    reports,
    previous: events.map((row) => ({
      event: reviveEvent(row.body),
      notices: notices.filter(({ eventKey }) => eventKey === row.key).map(({ notice }) => notice),
    })),
  };
}

async function keepDecision(
  tx: Client,
  material: GroupMaterial,
  decision: GroupDecision,
  cause: string,
  now: Date,
): Promise<void> {
  const rows = new Map(
    (await tx.event.findMany({ where: { key: { in: material.previous.map(({ event }) => event.key) } } })).map(
      (row) => [row.key, row],
    ),
  );
  const heirs = new Map(decision.aliases.map(({ oldKey, newKey }) => [oldKey, newKey]));
  for (const [alias, key] of heirs) {
    // Whatever pointed at the old key points at the new one from now on, links and ledger rows by way of the alias.
    await tx.eventAlias.updateMany({ where: { key: alias }, data: { key } });
    await tx.eventAlias.upsert({ where: { alias }, create: { alias, key, at: now }, update: { key } });
    await tx.notice.createMany({
      data: (await tx.notice.findMany({ where: { eventKey: alias } })).map((notice) => ({
        ...notice,
        changes: json(notice.changes),
        eventKey: key,
      })),
      skipDuplicates: true,
    });
    await tx.notice.deleteMany({ where: { eventKey: alias } });
  }
  for (const event of decision.events) await keepEvent(tx, event, rows, heirs, cause, now);
  const kept = new Set(decision.events.map(({ key }) => key));
  const gone = [...rows.keys()].filter((key) => !kept.has(key));
  await tx.event.deleteMany({ where: { key: { in: gone } } });
  await tx.notice.createMany({
    data: decision.notices.map(({ eventKey, notice, changes }) => ({
      eventKey,
      notice,
      changes: json(changes),
      at: now,
    })),
    skipDuplicates: true,
  });
  await writeJournal(
    tx,
    [
      ...gone.map((key) => ({
        kind: heirs.has(key) ? 'event.renamed' : 'event.vanished',
        subject: key,
        by: cause,
        detail: { heir: heirs.get(key) ?? null },
      })),
      ...decision.notices.map(({ eventKey, notice, changes }) => ({
        kind: 'notice.made',
        subject: eventKey,
        by: cause,
        detail: { notice, changes },
      })),
    ],
    now,
  );
}

async function keepEvent(
  tx: Client,
  event: JudgementEvent,
  rows: Map<string, EventRow>,
  heirs: Map<string, string>,
  cause: string,
  now: Date,
): Promise<void> {
  const bodyHash = sha256(canonicalJson(json(event)));
  const before = rows.get(event.key) ?? [...rows.values()].find((row) => heirs.get(row.key) === event.key);
  if (before?.key === event.key && before.bodyHash === bodyHash) return;
  const revision = (before?.revision ?? 0) + 1;
  const { key, authority, inspectorate, service, framework, status, held, day } = event;
  const data = {
    ...{ authority, inspectorate, service, framework, status, held, day, bodyHash, revision },
    grades: event.headlines.map(({ grade }) => grade),
    direction: event.direction ?? event.register.direction,
    body: json(event),
    learntAt: before?.learntAt ?? now,
    changedAt: now,
  };
  await tx.event.upsert({ where: { key }, create: { key, ...data }, update: data });
  await tx.eventRevision.createMany({
    data: [{ key, number: revision, body: json(event), at: now, cause }],
    skipDuplicates: true,
  });
  await writeJournal(
    tx,
    [
      {
        kind: before ? 'event.revised' : 'event.stored',
        subject: key,
        by: cause,
        detail: { revision, status: status satisfies EventStatus },
      },
    ],
    now,
  );
}
