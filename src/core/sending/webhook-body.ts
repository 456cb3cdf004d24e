import { type AlertInput, isPutRight } from './alert.ts';
import { eventLine } from './event-words.ts';
import { momentIso } from './names.ts';
import { publicEvent, publicWas } from './public-event.ts';
import { reasonsGiven } from './put-right.ts';

/** The body of a webhook call: the event's public shape, with what kind of news it is, a line for people and its page. */
export function webhookBody(input: AlertInput): string {
  const { event, notice, subscription, sample, names, links, putRightSince } = input;
  const apart = event.toldApart ? [event.toldApart.reason] : [];
  const reasons = isPutRight({ event, notice }) ? reasonsGiven(event, notice.was) : apart;
  return JSON.stringify({
    type: notice.notice === 'first' ? 'judgement.first' : 'judgement.correction',
    notice: notice.notice,
    was: publicWas(notice.was, event, names),
    reason: reasons.length === 0 ? null : reasons.join('; '),
    subscription: subscription.id,
    note: subscription.note,
    sample: sample === true,
    ...(putRightSince
      ? { putRightSince: { was: publicWas(putRightSince.was, event, names), at: momentIso(putRightSince.at) } }
      : {}),
    line: eventLine(event, names),
    page: links.event,
    ...publicEvent(event, names, links.official),
  });
}
