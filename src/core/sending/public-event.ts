import type { JudgementEvent } from '../types.ts';
import { areasInOrder } from './in-order.ts';
import type { Names } from './names.ts';
import { safeUrl } from './safe.ts';
import type { WasTold } from './was-told.ts';

/**
 * A judgement as it leaves for programs: the event, with its authority by name and by the codes other tables know it by, and
 * the address of the inspectorate's own report.
 */
export function publicEvent(event: JudgementEvent, names: Names, official: string | null) {
  const { officialName, gssCode, laCode } = names.authority(event.authority);
  return {
    ...event,
    judgements: areasInOrder(event.judgements, event, names),
    authorityName: officialName,
    authorityCodes: { gss: gssCode, la: laCode },
    officialUrl: safeUrl(official),
  };
}

/** What a correction of it replaces, likewise. */
export const publicWas = (was: WasTold | null, event: JudgementEvent, names: Names): WasTold | null =>
  was?.judgements ? { ...was, judgements: areasInOrder(was.judgements, event, names) } : was;
