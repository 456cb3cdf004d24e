-- DropIndex
DROP INDEX "Activity_authority_day_idx";

-- AlterTable
ALTER TABLE "Activity" DROP CONSTRAINT "Activity_pkey",
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "publisher" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "stands" BOOLEAN NOT NULL DEFAULT true,
ADD CONSTRAINT "Activity_pkey" PRIMARY KEY ("id", "number");

-- CreateIndex
CREATE INDEX "Activity_day_idx" ON "Activity"("day");

-- CreateIndex
CREATE INDEX "Activity_at_idx" ON "Activity"("at");

-- Each reading of an article made its rows anew till now: weeks went by when the article was first seen.
UPDATE "Activity" SET "revision" = a."revision", "publisher" = a."publisher", "at" = a."firstSeen"
FROM "Article" a WHERE a."id" = "Activity"."articleId";
