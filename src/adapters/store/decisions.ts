import { findingRulings, type PersonDecision } from '../../core/events/decisions.ts';
import { digestId } from '../../core/keys.ts';
import type { Claim } from '../../core/types.ts';
import { type Client, holdLock, json, Prisma, type PrismaClient } from './client.ts';
import { distinctGroups, type Group, groupOf } from './groups.ts';
import { writeJournal } from './journal.ts';

type WithoutStamp<D> = D extends PersonDecision ? Omit<D, 'id' | 'at'> : never;
/** A decision as a person makes it; the store gives it its id and time. */
export type DecisionToKeep = WithoutStamp<PersonDecision>;

export interface StoredDecision {
  decision: PersonDecision;
  /** For an undo: the findings of what it takes back. */
  findingIds: string[];
  appliedAt: Date | null;
}

type Row = Prisma.DecisionGetPayload<Record<string, never>>;

function readDecision({ id, at, by, reason, kind, findingIds, apartFrom, claim, undoes }: Row): PersonDecision {
  const decided = { id, at, by, reason };
  if (kind === 'undo') return { ...decided, kind, decisionId: undoes ?? '' };
  if (kind === 'split') return { ...decided, kind, findingIds, from: apartFrom };
  if (kind === 'change') return { ...decided, kind, findingIds, claim: (claim ?? {}) as Partial<Claim> };
  return { ...decided, kind, findingIds } as PersonDecision;
}

/** Everything people decided that touches one of these findings, undone or not, oldest first. */
export async function decisionsTouching(client: Client, findingIds: string[]): Promise<PersonDecision[]> {
  if (findingIds.length === 0) return [];
  const rows = await client.decision.findMany({
    where: { OR: [{ findingIds: { hasSome: findingIds } }, { apartFrom: { hasSome: findingIds } }] },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(readDecision);
}

/** Rows of findings as people ruled on them: in the group a person's change puts them in, and no longer waiting. */
export async function asRuled<F extends Group & { id: string }>(
  tx: Client,
  findings: F[],
): Promise<(F & { ruledAt: Date | null })[]> {
  const decisions = await decisionsTouching(
    tx,
    findings.map(({ id }) => id),
  );
  const rulings = findingRulings(decisions);
  return findings.map((finding) => ({
    ...finding,
    ...groupOf({ ...groupOf(finding), ...groupChange(rulings.get(finding.id)?.changes ?? {}) }),
    ruledAt: rulings.get(finding.id)?.at ?? null,
  }));
}

function groupChange({ authority, inspectorate, service }: Partial<Claim>): Partial<Group> {
  return {
    ...(authority ? { authority } : {}),
    ...(inspectorate ? { inspectorate } : {}),
    ...(service ? { service } : {}),
  };
}

export function decisionStore(prisma: PrismaClient) {
  return {
    /**
     * Keeps what a person decided, with the findings it rules on and one entry in the history of each subject. It is in
     * force once the groups it touches are correlated again (`decisionApplied`).
     *
     * @param findingIds the findings it is about, for an undo those of what it takes back
     * @param subjects   event keys and finding ids whose history shows it
     * @returns its id
     */
    async keepPersonDecision(
      asked: DecisionToKeep,
      findingIds: string[],
      subjects: string[],
      now: Date,
    ): Promise<string> {
      const { by, reason, kind } = asked;
      return prisma.$transaction(async (tx) => {
        await holdLock(tx, 'decisions');
        const last = await tx.decision.findFirst({ orderBy: { at: 'desc' }, select: { at: true } });
        // The later of two rules: no two may have one time.
        const at = new Date(Math.max(now.getTime(), (last?.at.getTime() ?? 0) + 1));
        const id = digestId('decision', kind, ...findingIds, at.toISOString());
        await tx.decision.create({
          data: {
            ...{ id, at, by, reason, kind, findingIds },
            apartFrom: kind === 'split' ? asked.from : [],
            claim: kind === 'change' ? json(asked.claim) : Prisma.DbNull,
            undoes: kind === 'undo' ? asked.decisionId : null,
          },
        });
        const findings = await tx.finding.findMany({
          where: { id: { in: findingIds } },
          orderBy: { articleId: 'asc' },
        });
        for (const articleId of new Set(findings.map((finding) => finding.articleId)))
          await holdLock(tx, `article:${articleId}`);
        const asJudged = findings.map((finding) => ({ id: finding.id, ...groupOf(finding.claim as unknown as Claim) }));
        for (const { id: findingId, ...ruled } of await asRuled(tx, asJudged))
          await tx.finding.update({ where: { id: findingId }, data: ruled });
        const detail = {
          ...{ decision: id, reason, findingIds },
          ...(kind === 'change' ? { claim: asked.claim } : {}),
          ...(kind === 'undo' ? { undoes: asked.decisionId } : {}),
        };
        await writeJournal(
          tx,
          subjects.map((subject) => ({ kind: `decision.${kind}`, subject, by, detail })),
          at,
        );
        return id;
      });
    },

    /** Every group its findings stand in, stood in as judged, or were ever moved to: those to correlate again. */
    async groupsOfDecision(id: string): Promise<Group[]> {
      const row = await prisma.decision.findUniqueOrThrow({ where: { id } });
      const findings = await prisma.finding.findMany({ where: { id: { in: [...row.findingIds, ...row.apartFrom] } } });
      const decisions = await decisionsTouching(prisma, row.findingIds);
      const moves = decisions.flatMap((decision) => (decision.kind === 'change' ? [decision] : []));
      return distinctGroups(
        findings.flatMap((finding) => {
          const judged = groupOf(finding.claim as unknown as Claim);
          const own = moves.filter(({ findingIds }) => findingIds.includes(finding.id));
          const alone = own.map(({ claim }) => ({ ...judged, ...groupChange(claim) }));
          // Changes add up: it also stood where all up to each of them put it.
          const together = own.map((_, i) => {
            const changes = Object.assign({}, ...own.slice(0, i + 1).map(({ claim }) => claim)) as Partial<Claim>;
            return { ...judged, ...groupChange(changes) };
          });
          return [judged, groupOf(finding), ...alone, ...together];
        }),
      );
    },

    async decisionApplied(id: string, now: Date): Promise<void> {
      await prisma.decision.update({ where: { id }, data: { appliedAt: now } });
    },

    /** Decisions kept by a process that ended before it correlated again. */
    async unappliedDecisions(take: number): Promise<string[]> {
      const rows = await prisma.decision.findMany({
        where: { appliedAt: null },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { id: true },
        take,
      });
      return rows.map(({ id }) => id);
    },

    async decision(id: string): Promise<StoredDecision | null> {
      const row = await prisma.decision.findUnique({ where: { id } });
      return row && { decision: readDecision(row), findingIds: row.findingIds, appliedAt: row.appliedAt };
    },

    /** What people decided about these findings, undone or not, oldest first; about all there are unless named. */
    async decisions(findingIds: string[] | null): Promise<PersonDecision[]> {
      if (findingIds) return decisionsTouching(prisma, findingIds);
      return (await prisma.decision.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(readDecision);
    },
  };
}
