import type { JudgementEvent } from '../types.ts';
import type { Names } from './names.ts';

/** A judgement as it leaves for programs: the event, with its authority by name and by the codes other tables know it by. */
export function publicEvent(event: JudgementEvent, names: Names) {
  const { officialName, gssCode, laCode } = names.authority(event.authority);
  return { ...event, authorityName: officialName, authorityCodes: { gss: gssCode, la: laCode } };
}
