import type { GradesReported } from './types.ts';

/** What kinds of grades a report, or a row of the register, gives. @param headlines how many; @param areas how many */
export function gradesReported(headlines: number, areas: number): GradesReported {
  if (headlines > 1) return 'headlines';
  if (headlines === 1) return areas > 0 ? 'overall+areas' : 'overall';
  return areas > 0 ? 'areas_only' : 'none';
}
