-- AlterTable
ALTER TABLE "Alert" ADD COLUMN     "perhapsAt" TIMESTAMP(3),
ADD COLUMN     "waits" TEXT;

-- AlterTable
ALTER TABLE "Digest" ADD COLUMN     "perhapsAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "widened" JSONB;
