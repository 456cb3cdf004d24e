import { dayOf } from '../../core/dates.ts';
import type { GroupDecision, GroupMaterial } from '../../core/events/decide.ts';
import { findingRulings } from '../../core/events/decisions.ts';
import type { Change } from '../../core/events/notices.ts';
import { canonicalJson, sha256 } from '../../core/keys.ts';
import type { Claim, HistoryEntry, JudgementEvent, Report, Tier } from '../../core/types.ts';
import { type Client, holdLock, json, type PrismaClient } from './client.ts';
import { decisionsTouching } from './decisions.ts';
import { reviveEvent } from './event-body.ts';
import { type EventRow, WAITS } from './events.ts';
import type { FindingToKeep } from './findings.ts';
import { everyKey, formerKeysOf, keepFormerKeys } from './former-keys.ts';
import { type Group, groupName } from './groups.ts';
import { writeJournal } from './journal.ts';
import { keysShown } from './shown.ts';

export function correlationStore(prisma: PrismaClient) {
  return {
    /**
     * Correlates one group under its lock: loads the set of findings, lets `decide` (pure) say which events they make,
     * and keeps the difference with its notices. Running it again changes nothing.
     *
     * @param asked `waits`: why nobody is to be told of it before a person releases the event; null to tell as usual
     */
    async correlateGroup(
      group: Group,
      decide: (material: GroupMaterial) => GroupDecision,
      { freshDays, ...keeping }: Keeping & { freshDays: number },
    ): Promise<GroupDecision> {
      return prisma.$transaction(async (tx) => {
        await holdLock(tx, `group:${groupName(group)}`);
        const material = await loadMaterial(tx, group, { freshDays, now: keeping.now });
        const decision = decide(material);
        await keepDecision(tx, material, decision, keeping);
        return decision;
      });
    },

    /**
     * What `correlateGroup` would look at, were these the findings of those articles. Nothing is kept.
     *
     * @param instead by article id, findings to take in place of the stored ones
     */
    async rehearsalOf(
      group: Group,
      instead: ReadonlyMap<string, FindingToKeep[]>,
      moment: { freshDays: number; now: Date },
    ): Promise<GroupMaterial> {
      return loadMaterial(prisma, group, moment, instead);
    },
  };
}

/** Findings at or above the confidence threshold, and those a person accepted, with what people decided of them. */
async function loadMaterial(
  tx: Client,
  group: Group,
  moment: { freshDays: number; now: Date },
  instead: ReadonlyMap<string, FindingToKeep[]> = new Map(),
): Promise<GroupMaterial> {
  const stored = await tx.finding.findMany({ where: { ...group, articleId: { notIn: [...instead.keys()] } } });
  const others = [...instead.values()].flat().filter((finding) => groupName(finding) === groupName(group));
  const events = await tx.event.findMany({ where: group, orderBy: { key: 'asc' } });
  const before = events.map(({ body }) => reviveEvent(body));
  // What a person made of a finding may have led it to another group: why is said of the event it leaves behind.
  const decisions = await decisionsTouching(tx, [
    ...new Set([
      ...[...stored, ...others].map(({ id }) => id),
      ...before.flatMap(({ reports }) => reports.map(({ findingId }) => findingId)),
    ]),
  ]);
  const rulings = findingRulings(decisions);
  const findings = [...stored, ...others]
    .filter(({ id, standing }) => standing === 'event' || rulings.get(id)?.verdict === 'accepted')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const waiting = [...stored, ...others].flatMap(({ id, standing }) =>
    standing === 'review' && !rulings.has(id) ? [id] : [],
  );
  const articles = await articlesById(
    tx,
    findings.map(({ articleId }) => articleId),
  );
  const reports = findings.flatMap((finding): (Report & { text: string })[] => {
    const article = articles.get(finding.articleId);
    if (!article) return [];
    return [
      {
        findingId: finding.id,
        articleId: article.id,
        claim: finding.claim as unknown as Claim,
        history: finding.history as unknown as HistoryEntry[],
        title: article.revisions[0]?.title ?? '',
        text: article.revisions[0]?.text ?? '',
        url: article.url,
        publisher: article.publisher,
        tier: article.tier as Tier,
        articleDay: dayOf(article.published),
        firstSeen: article.firstSeen,
        copyOf: article.duplicateOf,
      },
    ];
  });
  const notices = await tx.notice.findMany({
    where: { eventKey: { in: events.map(({ key }) => key) } },
    orderBy: { at: 'asc' },
  });
  const keys = events.map(({ key }) => key);
  const former = await formerKeysOf(tx, keys, [...findings.map(({ id }) => id), ...waiting]);
  const told = await keysTold(tx, [...keys, ...former.map(({ key }) => key)], moment);
  const heirs = new Map(former.map(({ key, leadsTo }) => [key, leadsTo]));
  const toldKeys = new Set(told.map((key) => heirs.get(key) ?? key));
  return {
    reports,
    decisions,
    waiting,
    former,
    toldUnder: told,
    previous: before.map((event) => ({
      event,
      told: toldKeys.has(event.key),
      notices: notices.filter(({ eventKey }) => eventKey === event.key).map(({ notice }) => notice),
      changes: notices
        .filter(({ eventKey }) => eventKey === event.key)
        .flatMap(({ changes }) => changes as unknown as Change[]),
    })),
  };
}

/** Of these those under which a reader was promised something, or anybody may have been shown it. */
async function keysTold(tx: Client, keys: string[], moment: { freshDays: number; now: Date }): Promise<string[]> {
  const promised = await tx.alert.findMany({
    where: { eventKey: { in: keys }, state: { in: ['pending', 'sending', 'sent'] } },
    distinct: ['eventKey'],
    select: { eventKey: true },
  });
  const told = promised.map(({ eventKey }) => eventKey);
  const others = keys.filter((key) => !told.includes(key));
  return [...told, ...(await keysShown(tx, others, moment))];
}

async function articlesById(tx: Client, ids: string[]) {
  const rows = await tx.article.findMany({
    where: { id: { in: ids } },
    include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

interface Keeping {
  cause: string;
  waits: string | null;
  now: Date;
}

async function keepDecision(
  tx: Client,
  material: GroupMaterial,
  decision: GroupDecision,
  { cause, waits, now }: Keeping,
): Promise<void> {
  const rows = new Map(
    (await tx.event.findMany({ where: { key: { in: material.previous.map(({ event }) => event.key) } } })).map(
      (row) => [row.key, row],
    ),
  );
  const heirs = new Map(decision.aliases.map(({ oldKey, newKey }) => [oldKey, newKey]));
  const led = await keepFormerKeys(tx, material, decision, now);
  for (const [alias, key] of heirs) {
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
  for (const event of decision.events) await keepEvent(tx, event, { rows, heirs, quietly: waits !== null }, cause, now);
  const kept = new Set(decision.events.map(({ key }) => key));
  const gone = [...rows.keys()].filter((key) => !kept.has(key));
  await tx.event.deleteMany({ where: { key: { in: gone } } });
  await keepDoubts(tx, material, decision.review);
  await tx.notice.createMany({
    data: decision.notices.map(({ eventKey, notice, changes }) => ({
      eventKey,
      notice,
      changes: json(changes),
      waits,
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
      ...led.map(({ key, leadsTo }) => ({
        kind: 'event.renamed',
        subject: key,
        by: cause,
        detail: { heir: leadsTo },
      })),
      ...decision.notices.map(({ eventKey, notice, changes }) => ({
        kind: 'notice.made',
        subject: eventKey,
        by: cause,
        detail: { notice, changes, ...(waits === null ? {} : { waits }) },
      })),
    ],
    now,
  );
}

async function keepEvent(
  tx: Client,
  event: JudgementEvent,
  { rows, heirs, quietly }: { rows: Map<string, EventRow>; heirs: Map<string, string>; quietly: boolean },
  cause: string,
  now: Date,
): Promise<void> {
  const bodyHash = sha256(canonicalJson(json(event)));
  const forebears = [...rows.values()].filter((row) => row.key === event.key || heirs.get(row.key) === event.key);
  const before = rows.get(event.key) ?? forebears[0];
  if (before?.key === event.key && before.bodyHash === bodyHash) return;
  // It may have stood under this key or one before, and stands again: its history goes on.
  const once = await tx.eventRevision.aggregate({ where: { key: event.key }, _max: { number: true } });
  const first = await tx.eventRevision.aggregate({
    where: { key: { in: await everyKey(tx, [event.key]) } },
    _min: { at: true },
  });
  const revision = Math.max(before?.revision ?? 0, once._max.number ?? 0) + 1;
  const learnt = [...forebears.map(({ learntAt }) => learntAt), ...(first._min.at ? [first._min.at] : [])];
  const { key, authority, inspectorate, service, framework, status, held, day } = event;
  const data = {
    ...{ authority, inspectorate, service, framework, held, day, bodyHash, revision },
    status: event.waits ? WAITS : status,
    grades: event.headlines.map(({ grade }) => grade),
    direction: event.direction ?? event.register.direction,
    body: json(event),
    learntAt: learnt.length > 0 ? new Date(Math.min(...learnt.map((at) => at.getTime()))) : now,
    changedAt: now,
  };
  const isOther = before !== undefined && (isForOthers(before, data) || isOtherBelow(before, event));
  const retell = isOther && !quietly ? { retell: true } : {};
  await tx.event.upsert({ where: { key }, create: { key, ...data, ...retell }, update: { ...data, ...retell } });
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
        detail: { revision, status, ...(quietly ? { quietly } : {}) },
      },
    ],
    now,
  );
}

/** Whether something changed that subscriptions ask for by, so that it may now concern readers it did not. */
function isForOthers(
  before: EventRow,
  { status, grades, direction }: Pick<EventRow, 'status' | 'grades' | 'direction'>,
) {
  // Lists leave out what waits: it is looked at when a person has ruled.
  if (status === WAITS) return before.retell;
  return (
    before.retell ||
    (before.status === WAITS ? reviveEvent(before.body).status : before.status) !== status ||
    before.direction !== direction ||
    canonicalJson(before.grades) !== canonicalJson(grades)
  );
}

/** The same of what is corrected and stays so: its reports make another thing of it. */
const isOtherBelow = ({ status, body }: EventRow, { waits, reportStatus }: JudgementEvent) =>
  status !== WAITS && !waits && reportStatus !== undefined && reviveEvent(body).reportStatus !== reportStatus;

/** Findings of an inspection that cannot be told wait for a person, with the reason. */
async function keepDoubts(tx: Client, { reports }: GroupMaterial, review: GroupDecision['review']): Promise<void> {
  const ids = reports.map(({ findingId }) => findingId);
  await tx.finding.updateMany({ where: { id: { in: ids }, doubt: { not: null } }, data: { doubt: null } });
  for (const { findingIds, reason } of review)
    await tx.finding.updateMany({ where: { id: { in: findingIds } }, data: { doubt: reason } });
}
