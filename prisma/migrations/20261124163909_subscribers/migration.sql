-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "owes" JSONB,
ADD COLUMN     "owesFrom" TIMESTAMP(3),
ADD COLUMN     "replacedBy" TEXT,
ADD COLUMN     "runningKey" TEXT;

-- CreateTable
CREATE TABLE "AddressChange" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AddressChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AddressChange_subscriptionId_idx" ON "AddressChange"("subscriptionId");

-- CreateIndex
CREATE INDEX "AddressChange_address_idx" ON "AddressChange"("address");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_runningKey_key" ON "Subscription"("runningKey");

-- CreateIndex
CREATE INDEX "Subscription_owesFrom_idx" ON "Subscription"("owesFrom");
