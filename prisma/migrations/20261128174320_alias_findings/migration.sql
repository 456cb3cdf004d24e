-- AlterTable
ALTER TABLE "EventAlias" ADD COLUMN     "findingIds" TEXT[],
ADD COLUMN     "merged" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "key" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "EventAlias_findingIds_idx" ON "EventAlias" USING GIN ("findingIds");

-- What each alias was given for, as its last revision has it.
UPDATE "EventAlias" a SET "findingIds" = COALESCE((
  SELECT array_agg(report->>'findingId') FROM "EventRevision" r, jsonb_array_elements(r."body"->'reports') report
  WHERE r."key" = a."alias" AND r."number" = (SELECT max(o."number") FROM "EventRevision" o WHERE o."key" = a."alias")
), '{}');
