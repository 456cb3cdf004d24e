-- AlterTable
ALTER TABLE "AddressChange" ADD COLUMN     "owesFrom" TIMESTAMP(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "AddressChange_owesFrom_idx" ON "AddressChange"("owesFrom");
