-- CreateTable
CREATE TABLE "Attempt" (
    "id" BIGSERIAL NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "message" TEXT,
    "nextTry" TIMESTAMP(3),

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outage" (
    "id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "open" TEXT,
    "began" TIMESTAMP(3) NOT NULL,
    "says" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3),
    "toldAt" TIMESTAMP(3),
    "toldEndAt" TIMESTAMP(3),
    "claimedUntil" TIMESTAMP(3),

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attempt_subscriptionId_at_idx" ON "Attempt"("subscriptionId", "at");

-- CreateIndex
CREATE INDEX "Attempt_at_idx" ON "Attempt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Outage_open_key" ON "Outage"("open");

-- CreateIndex
CREATE INDEX "Outage_part_began_idx" ON "Outage"("part", "began");

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Subscriptions come seldom and are looked up at every event. Without this, rows added since the last vacuum wait in a list
-- that each look-up reads through, and after a large import the planner prefers to read the whole table.
ALTER INDEX "Subscription_terms_idx" SET (fastupdate = off);
