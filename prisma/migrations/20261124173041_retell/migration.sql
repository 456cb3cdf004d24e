-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "retell" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Event_retell_idx" ON "Event"("retell");
