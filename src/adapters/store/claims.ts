import type { PrismaClient } from './client.ts';

const LONG_AGO = new Date(0);

export function claimStore(prisma: PrismaClient) {
  return {
    /**
     * Ends every claim, for the process that alone holds the data: whatever is claimed, a dead process claimed it. Without
     * this its sources and messages would rest until their claims run out.
     */
    async endClaims(): Promise<void> {
      const ended = { where: { claimedUntil: { not: null } }, data: { claimedUntil: LONG_AGO } };
      await prisma.$transaction([
        prisma.source.updateMany(ended),
        prisma.alert.updateMany(ended),
        prisma.digest.updateMany(ended),
      ]);
    },
  };
}
