/** Dates that name their month or day in another language than English, put into words the readers of `dates.ts` know. */

/** How the months begin, without accents, January first. Greek and Hungarian include spellings that feeds misprint. */
const MONTHS: Record<string, string[]> = {
  greek: ['ιαν', 'φεβ', 'μαρ|μαω', 'απρ', 'μαι', 'ιουν|ιον', 'ιουλ|ιολ', 'αυγ', 'σεπ', 'οκτ', 'νοε', 'δεκ'],
  hungarian: ['jan', 'feb', 'marc', 'apr', 'maj|mau', 'jun', 'jul', 'aug', 'szep', 'okt', 'nov', 'dec'],
  welsh: ['ion', 'chw', 'maw', 'ebr', 'mai', 'meh', 'gor', 'awst', 'med', 'hyd', 'tach', 'rhag'],
  french: ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sep', 'oct', 'nov', 'dec'],
  german: ['jan', 'feb', 'mar|maer', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'],
  spanish: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const BEGINNINGS = Object.values(MONTHS).map((months) => months.map((begin) => new RegExp(`^(?:${begin})`)));

/** Korea keeps one time the year round. */
const SEOUL = '+09:00';
const KOREAN =
  /^(\d{4})(?:\s*년\s*|-)(\d{1,2})(?:\s*월\s*|-)(\d{1,2})(?:\s*일)?\s*(?:(오전|오후)\s*)?(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/;

/** @returns the date in figures or with an English month; null where no such language is seen in it */
export function inEnglish(written: string): string | null {
  if (/[가-힣]/.test(written)) return korean(written);
  const plain = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return yearFirst(plain) ?? dayFirst(plain);
}

/** `2004-julius-13t9:15-05:00`, as Hungarian feeds write it. */
function yearFirst(plain: string): string | null {
  const [, year, name, day, hour, rest] = /^(\d{4})-(\p{L}+)-(\d{1,2})t(\d{1,2})(:\d{2}.*)$/u.exec(plain) ?? [];
  const month = name === undefined ? null : monthOf(name);
  return month === null ? null : `${year}-${pad(month)}-${pad(day!)}T${pad(hour!)}${rest!.toUpperCase()}`;
}

/** `κυρ, 11 ιουλ 2004 12:00:00 est`, `11 de julio de 2004`. */
function dayFirst(plain: string): string | null {
  const [, day, name, year, rest] =
    /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})\.?[ -]+(?:de )?(\p{L}{3,12})\.?(?: de)?[ -]+(\d{4}|\d{2})\b(.*)$/u.exec(
      plain,
    ) ?? [];
  const month = name === undefined ? null : monthOf(name);
  return month === null ? null : `${day} ${ENGLISH[month - 1]} ${year}${rest!.toUpperCase()}`;
}

function korean(written: string): string | null {
  const [, year, month, day, half, hour, minute, second] = KOREAN.exec(written) ?? [];
  if (year === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === '오후' ? 12 : 0);
  return `${year}-${pad(month!)}-${pad(day!)}T${pad(hours)}:${pad(minute!)}:${pad(second ?? 0)}${SEOUL}`;
}

function monthOf(word: string): number | null {
  for (const months of BEGINNINGS) {
    const at = months.findIndex((begin) => begin.test(word));
    if (at >= 0) return at + 1;
  }
  return null;
}

const pad = (number: number | string) => String(number).padStart(2, '0');
