-- AlterTable
ALTER TABLE "Alert" ADD COLUMN     "perhapsAt" TIMESTAMP(3),
ADD COLUMN     "waits" TEXT;

-- AlterTable
ALTER TABLE "Digest" ADD COLUMN     "perhapsAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "widened" JSONB;

-- Why subscriptions ended is a code from here on, where there is more to say followed by it.
UPDATE "Subscription" SET "endedReason" = CASE "endedReason"
  WHEN 'unsubscribed by link' THEN 'unsubscribed'
  WHEN 'ended by the reader' THEN 'ended_by_reader'
  WHEN 'never confirmed' THEN 'never_confirmed'
  WHEN 'the mailbox is not known there' THEN 'no_mailbox'
  WHEN 'the reader reported it as unwanted' THEN 'reported_unwanted'
  WHEN 'the receiver answered 410 Gone' THEN 'receiver_gone'
  WHEN 'the browser has given these messages up' THEN 'browser_gone'
  WHEN 'the push service does not take our signature any more' THEN 'signature_refused'
  WHEN 'its signing secret was lost in a restore' THEN 'secret_lost'
  WHEN 'its address was lost in a restore' THEN 'address_lost'
  ELSE 'operator: ' || "endedReason" END
WHERE "endedReason" IS NOT NULL
  AND "endedReason" NOT IN ('address_changed', 'cadence_changed', 'quiet_hours_changed')
  AND "endedReason" NOT LIKE 'authority_ended: %';
