import type { Alerting } from '../../core/events/freshness.ts';
import { canonicalJson, digestId } from '../../core/keys.ts';
import type { Assessment, Claim } from '../../core/types.ts';
import { keepActivities } from './activities.ts';
import { alertingById } from './alerting.ts';
import type { StoredArticle } from './articles.ts';
import { holdLock, json, type PrismaClient } from './client.ts';
import { asRuled } from './decisions.ts';
import { distinctGroups, type Group, groupName } from './groups.ts';

export interface StoredFinding extends Group {
  id: string;
  articleId: string;
  revision: number;
  /** `event`, or `review` below the confidence threshold. */
  standing: string;
  doubt: string | null;
  ruledAt: Date | null;
  /** As the text states it, before any change by a person. */
  claim: Claim;
  rules: string;
  at: Date;
}

/** Below the confidence threshold, or of an inspection that cannot be told: a person decides. */
const FOR_A_PERSON = { OR: [{ standing: 'review' }, { doubt: { not: null } }] };
export const STILL_WAITING = { ...FOR_A_PERSON, ruledAt: null };

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
        const known = new Map(before.map((finding) => [finding.id, finding]));
        // What was an event's and now waits did not wait before.
        const since = ({ id, standing }: { id: string; standing: string }) => {
          const same = known.get(id);
          return same?.standing === standing ? same.at : now;
        };
        const findings = await asRuled(
          tx,
          findingRows(article, assessment, now).map((row) => ({ ...row, at: since(row) })),
        );
        if (!sameFindings(before, findings)) {
          await tx.finding.deleteMany({ where: { articleId: article.id } });
          await tx.finding.createMany({ data: findings });
        }
        await keepActivities(tx, article, assessment.notices, now);
        await tx.revision.update({
          where: { articleId_number: { articleId: article.id, number: article.revision } },
          data: { assessment: json(assessment), rules: assessment.rulesVersion },
        });
        return distinctGroups([...before, ...findings]);
      });
    },

    /** What `keepAssessment` would keep: its findings, the stored ones, and whether they differ. Nothing is kept. */
    async rehearseAssessment(article: StoredArticle, assessment: Assessment, now: Date) {
      const before = await prisma.finding.findMany({ where: { articleId: article.id } });
      const findings = await asRuled(prisma, findingRows(article, assessment, now));
      const claimsOf = (rows: readonly { id: string; claim: unknown; standing: string }[]) =>
        rows.map(({ claim, standing }) => ({ claim: claim as Claim, standing }));
      return {
        findings,
        claims: { before: claimsOf(before), after: claimsOf(findings) },
        groups: distinctGroups([...before, ...findings]),
        changed: !sameFindings(before, findings),
      };
    },

    /** The last step of judging, after its groups are correlated: until then the tick comes back to the article. */
    async markAssessed(articleId: string, rules: string, now: Date): Promise<void> {
      await prisma.article.update({ where: { id: articleId }, data: { assessedAt: now, assessedRules: rules } });
    },

    /** Findings that waited for a person at a moment, or wait now, newest first. */
    async reviewAsAt(asAt: Date | null, take = 500) {
      const then = asAt && {
        AND: [FOR_A_PERSON, { OR: [{ ruledAt: null }, { ruledAt: { gt: asAt } }] }],
        at: { lte: asAt },
      };
      const rows = await prisma.finding.findMany({
        where: then ?? STILL_WAITING,
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        include: { article: { select: { url: true, publisher: true, published: true, ...newestTitle } } },
        take,
      });
      return rows.map((row) => ({
        ...row,
        claim: row.claim as unknown as Claim,
        title: row.article.revisions[0]?.title ?? '',
      }));
    },

    async reviewCount(articleId: string): Promise<number> {
      return prisma.finding.count({ where: { articleId, ...STILL_WAITING } });
    },

    /** Findings by id, with the claim as the text states it. Strangers are left out. */
    async findings(ids: string[]): Promise<StoredFinding[]> {
      const rows = await prisma.finding.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
      return rows.map((row) => ({ ...row, claim: row.claim as unknown as Claim }));
    },

    async findingsOfArticle(articleId: string): Promise<StoredFinding[]> {
      const rows = await prisma.finding.findMany({ where: { articleId }, orderBy: { id: 'asc' } });
      return rows.map((row) => ({ ...row, claim: row.claim as unknown as Claim }));
    },

    /** Groups with findings or events, of these authorities or of all. */
    async groupsOf(authorities: string[] | null): Promise<Group[]> {
      const where = authorities ? { authority: { in: authorities } } : {};
      const select = { authority: true, inspectorate: true, service: true } as const;
      return distinctGroups([
        ...(await prisma.finding.findMany({ where, select })),
        ...(await prisma.event.findMany({ where, select })),
      ]);
    },

    /**
     * How the articles that report an event, or once did, may be told.
     *
     * @param asAt as it was then; else as it is now
     */
    async alertingOf({ reports }: { reports: readonly { articleId: string }[] }, asAt?: Date): Promise<Alerting[]> {
      const ids = reports.map(({ articleId }) => articleId);
      return [...(await alertingById(prisma, ids, asAt)).values()];
    },
  };
}

const newestTitle = { revisions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } } } as const;

interface Comparable {
  id: string;
  revision: number;
  standing: string;
  claim: unknown;
  history: unknown;
}

function sameFindings(a: readonly Comparable[], b: readonly Comparable[]): boolean {
  const essence = (all: readonly Comparable[]) =>
    canonicalJson(
      all
        .map(({ id, revision, standing, claim, history }) => ({ id, revision, standing, claim, history }))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
  return essence(a) === essence(b);
}

export type FindingToKeep = ReturnType<typeof findingRows>[number];

/**
 * The findings of a verdict as rows. Ids follow from the article and the place among its findings of one group, so that
 * what people decided about a finding outlives new rules and revisions that find others beside it.
 */
function findingRows(article: StoredArticle, assessment: Assessment, now: Date) {
  const places = new Map<string, number>();
  return [
    ...assessment.events.map((claim) => ({ claim, standing: 'event' })),
    ...assessment.review.map((claim) => ({ claim, standing: 'review' })),
  ].map(({ claim, standing }) => {
    const { authority, inspectorate, service } = claim;
    const place = places.get(groupName(claim)) ?? 0;
    places.set(groupName(claim), place + 1);
    const history = assessment.history.filter((entry) => entry.authority === authority);
    return {
      id: digestId('finding', article.id, authority, inspectorate, service, place),
      articleId: article.id,
      revision: article.revision,
      ...{ authority, inspectorate, service, standing },
      claim: json(claim),
      history: json(history),
      rules: assessment.rulesVersion,
      at: now,
    };
  });
}
