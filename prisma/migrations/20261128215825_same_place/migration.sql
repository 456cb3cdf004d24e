-- One reader's subscriptions are found by where they go; of mail addresses the case does not count. Prisma's schema has no
-- word for an index on an expression.
CREATE INDEX "Subscription_place_idx" ON "Subscription"("channel", lower("address")) WHERE "state" = 'active';
