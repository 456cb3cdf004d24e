-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "authority" TEXT,
    "status" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "basis" TEXT,
    "evidence" TEXT,
    "note" TEXT,
    "aliases" TEXT[],
    "operatorFields" TEXT[],
    "proposalHash" TEXT,
    "state" JSONB NOT NULL,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "nextDue" TIMESTAMP(3),
    "claimedUntil" TIMESTAMP(3),
    "lastAttempt" TIMESTAMP(3),
    "lastSuccess" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "ms" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "message" TEXT,
    "url" TEXT,
    "status" INTEGER,
    "headers" JSONB NOT NULL,
    "hops" JSONB NOT NULL,
    "bodyHash" TEXT,
    "items" INTEGER NOT NULL,
    "fresh" INTEGER NOT NULL,
    "warnings" JSONB NOT NULL,

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RawResponse" (
    "hash" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "body" BYTEA NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "keptUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RawResponse_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Item" (
    "key" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "guid" TEXT,
    "link" TEXT,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "content" TEXT,
    "contentHash" TEXT NOT NULL,
    "published" TIMESTAMP(3),
    "publishedFrom" TEXT,
    "firstSeen" TIMESTAMP(3) NOT NULL,
    "lastSeen" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'listed',
    "revisions" INTEGER NOT NULL DEFAULT 1,
    "catalogue" BOOLEAN NOT NULL,
    "pollId" TEXT,
    "articleId" TEXT,
    "readAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttempt" TIMESTAMP(3),
    "gaveUpAt" TIMESTAMP(3),
    "gaveUpReason" TEXT,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ItemAlias" (
    "sourceId" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "itemKey" TEXT NOT NULL,

    CONSTRAINT "ItemAlias_pkey" PRIMARY KEY ("sourceId","alias")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL,
    "url" TEXT,
    "publisher" TEXT,
    "tier" TEXT NOT NULL,
    "homeAuthority" TEXT,
    "published" TEXT,
    "firstSeen" TIMESTAMP(3) NOT NULL,
    "alerting" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "duplicateOf" TEXT,
    "revision" INTEGER NOT NULL,
    "assessedAt" TIMESTAMP(3),
    "assessedRules" TEXT,
    "gaveUpAt" TIMESTAMP(3),
    "gaveUpReason" TEXT,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "byline" TEXT,
    "modified" TEXT,
    "engine" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "rawHash" TEXT,
    "reports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "at" TIMESTAMP(3) NOT NULL,
    "assessment" JSONB,
    "rules" TEXT,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("articleId","number")
);

-- CreateTable
CREATE TABLE "ReportLink" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "foundIn" TEXT NOT NULL,
    "firstSeen" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttempt" TIMESTAMP(3),
    "readAt" TIMESTAMP(3),
    "articleId" TEXT,
    "gaveUpAt" TIMESTAMP(3),
    "gaveUpReason" TEXT,

    CONSTRAINT "ReportLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paragraph" (
    "host" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Paragraph_pkey" PRIMARY KEY ("host","key")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "authority" TEXT NOT NULL,
    "inspectorate" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "doubt" TEXT,
    "ruledAt" TIMESTAMP(3),
    "claim" JSONB NOT NULL,
    "history" JSONB NOT NULL,
    "rules" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT,
    "day" TEXT,
    "evidence" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "key" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "inspectorate" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "framework" TEXT,
    "grades" TEXT[],
    "direction" TEXT,
    "status" TEXT NOT NULL,
    "held" BOOLEAN NOT NULL DEFAULT false,
    "day" TEXT,
    "body" JSONB NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "learntAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "EventAlias" (
    "alias" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EventAlias_pkey" PRIMARY KEY ("alias")
);

-- CreateTable
CREATE TABLE "EventRevision" (
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "EventRevision_pkey" PRIMARY KEY ("key","number")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "findingIds" TEXT[],
    "apartFrom" TEXT[],
    "claim" JSONB,
    "undoes" TEXT,
    "appliedAt" TIMESTAMP(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterRow" (
    "id" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RegisterRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "answer" TEXT,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "eventKey" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "changes" JSONB NOT NULL,
    "waits" TEXT,
    "routedAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("eventKey","notice")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT,
    "secret" TEXT,
    "criteria" JSONB NOT NULL,
    "terms" TEXT[],
    "every" TEXT NOT NULL,
    "quiet" JSONB,
    "state" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "note" TEXT,
    "basis" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3),
    "endedReason" TEXT,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Token" (
    "hash" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedUntil" TIMESTAMP(3),
    "nextAttempt" TIMESTAMP(3) NOT NULL,
    "body" JSONB NOT NULL,
    "was" JSONB,
    "reference" TEXT NOT NULL,
    "summary" TEXT,
    "providerId" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedUntil" TIMESTAMP(3),
    "nextAttempt" TIMESTAMP(3) NOT NULL,
    "reference" TEXT NOT NULL,
    "providerId" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Journal" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "Journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "Source_nextDue_idx" ON "Source"("nextDue");

-- CreateIndex
CREATE INDEX "Poll_sourceId_at_idx" ON "Poll"("sourceId", "at");

-- CreateIndex
CREATE INDEX "RawResponse_keptUntil_idx" ON "RawResponse"("keptUntil");

-- CreateIndex
CREATE INDEX "Item_sourceId_lastSeen_idx" ON "Item"("sourceId", "lastSeen");

-- CreateIndex
CREATE INDEX "Item_readAt_gaveUpAt_idx" ON "Item"("readAt", "gaveUpAt");

-- CreateIndex
CREATE INDEX "Item_articleId_idx" ON "Item"("articleId");

-- CreateIndex
CREATE INDEX "ItemAlias_itemKey_idx" ON "ItemAlias"("itemKey");

-- CreateIndex
CREATE INDEX "Article_url_idx" ON "Article"("url");

-- CreateIndex
CREATE INDEX "Article_textHash_idx" ON "Article"("textHash");

-- CreateIndex
CREATE INDEX "Article_assessedAt_gaveUpAt_idx" ON "Article"("assessedAt", "gaveUpAt");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_hash_key" ON "Revision"("articleId", "hash");

-- CreateIndex
CREATE INDEX "ReportLink_readAt_gaveUpAt_idx" ON "ReportLink"("readAt", "gaveUpAt");

-- CreateIndex
CREATE INDEX "Paragraph_pages_seenAt_idx" ON "Paragraph"("pages", "seenAt");

-- CreateIndex
CREATE INDEX "Finding_authority_inspectorate_service_idx" ON "Finding"("authority", "inspectorate", "service");

-- CreateIndex
CREATE INDEX "Finding_articleId_idx" ON "Finding"("articleId");

-- CreateIndex
CREATE INDEX "Finding_standing_idx" ON "Finding"("standing");

-- CreateIndex
CREATE INDEX "Activity_authority_day_idx" ON "Activity"("authority", "day");

-- CreateIndex
CREATE INDEX "Activity_articleId_idx" ON "Activity"("articleId");

-- CreateIndex
CREATE INDEX "Event_authority_inspectorate_service_idx" ON "Event"("authority", "inspectorate", "service");

-- CreateIndex
CREATE INDEX "Event_day_idx" ON "Event"("day");

-- CreateIndex
CREATE INDEX "Event_learntAt_idx" ON "Event"("learntAt");

-- CreateIndex
CREATE INDEX "EventAlias_key_idx" ON "EventAlias"("key");

-- CreateIndex
CREATE INDEX "Decision_findingIds_idx" ON "Decision" USING GIN ("findingIds");

-- CreateIndex
CREATE INDEX "Decision_apartFrom_idx" ON "Decision" USING GIN ("apartFrom");

-- CreateIndex
CREATE INDEX "Decision_undoes_idx" ON "Decision"("undoes");

-- CreateIndex
CREATE INDEX "Decision_appliedAt_idx" ON "Decision"("appliedAt");

-- CreateIndex
CREATE INDEX "RegisterRow_authority_idx" ON "RegisterRow"("authority");

-- CreateIndex
CREATE INDEX "Complaint_settledAt_idx" ON "Complaint"("settledAt");

-- CreateIndex
CREATE INDEX "Complaint_eventKey_idx" ON "Complaint"("eventKey");

-- CreateIndex
CREATE INDEX "Notice_routedAt_idx" ON "Notice"("routedAt");

-- CreateIndex
CREATE INDEX "Subscription_terms_idx" ON "Subscription" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "Subscription_state_every_idx" ON "Subscription"("state", "every");

-- CreateIndex
CREATE INDEX "Token_subscriptionId_idx" ON "Token"("subscriptionId");

-- CreateIndex
CREATE INDEX "Alert_state_nextAttempt_idx" ON "Alert"("state", "nextAttempt");

-- CreateIndex
CREATE INDEX "Alert_subscriptionId_state_idx" ON "Alert"("subscriptionId", "state");

-- CreateIndex
CREATE INDEX "Alert_eventKey_idx" ON "Alert"("eventKey");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_subscriptionId_eventKey_notice_channel_key" ON "Alert"("subscriptionId", "eventKey", "notice", "channel");

-- CreateIndex
CREATE INDEX "Digest_state_nextAttempt_idx" ON "Digest"("state", "nextAttempt");

-- CreateIndex
CREATE UNIQUE INDEX "Digest_subscriptionId_period_key" ON "Digest"("subscriptionId", "period");

-- CreateIndex
CREATE INDEX "Journal_subject_at_idx" ON "Journal"("subject", "at");

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemAlias" ADD CONSTRAINT "ItemAlias_itemKey_fkey" FOREIGN KEY ("itemKey") REFERENCES "Item"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
