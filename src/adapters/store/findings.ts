import { dayOf } from '../../core/dates.ts';
import type { Alerting } from '../../core/events/freshness.ts';
import { canonicalJson, digestId } from '../../core/keys.ts';
import type { Assessment, Claim, Day, UngradedActivity } from '../../core/types.ts';
import type { StoredArticle } from './articles.ts';
import { holdLock, json, type PrismaClient } from './client.ts';

/** Everything that may be one inspection's: correlation looks at one such group at a time, under its lock. */
export interface Group {
  authority: string;
  inspectorate: string;
  service: string;
}

/** Below the confidence threshold, or of an inspection that cannot be told: a person decides. */
const FOR_A_PERSON = { OR: [{ standing: 'review' }, { doubt: { not: null } }] };

export function findingStore(prisma: PrismaClient) {
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

    /** Findings that waited for a person at a moment, newest first. */
    async reviewAsAt(asAt: Date, take = 500) {
      const rows = await prisma.finding.findMany({
        where: { ...FOR_A_PERSON, at: { lte: asAt } },
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
      return prisma.finding.count({ where: { articleId, ...FOR_A_PERSON } });
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
  };
}

const newestTitle = { revisions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } } } as const;

export const groupName = (group: Group) => `${group.authority}|${group.inspectorate}|${group.service}`;
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
    day: dayOf(article.published),
    evidence: json(activity.evidence),
    at: now,
  };
}
