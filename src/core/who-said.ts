/**
 * Who said what in an article: words in quotation marks with the speaker and the role in which they spoke. A name is
 * kept only beside a public role: parents, carers and children who are quoted are nobody's business here.
 */

export interface SpeakerRole {
  /** `leader`, `director`, `inspector` … */
  kind: string;
  /** As articles write it, small letters. */
  words: string;
}

export interface Saying {
  /** `text.slice(start, end)`, without its quotation marks. */
  quote: string;
  start: number;
  end: number;
  kind: string;
  /** The role as this article writes it. */
  role: string;
  /** Null for "the inspectors" or a spokesperson. */
  name: string | null;
}

const VERB =
  'said|says|added|adds|told|commented|explained|warned|wrote|writes|stated|continued|welcomed|insisted|admitted|responded|replied';
const SAID = new RegExp(`\\b(?:${VERB})\\b`, 'i');
/** Marks that open and close: curly and straight; single ones are too often apostrophes. */
const SPOKEN = /[“"]([^“”"\n]{20,1500})(?:[”"]|$)/g;
const CAPITAL = "\\p{Lu}[\\p{L}’'-]+";
const NAME = new RegExp(
  `(?:(?:Cllr|Councillor|Dr|Prof|Professor|Sir|Dame|Lord|Baroness|Mr|Mrs|Ms|Miss)\\.? )?${CAPITAL}(?: (?:de |van |von |al-)?${CAPITAL}){1,2}`,
  'gu',
);
/** Words of offices and bodies: capitals alone do not make a name. */
const NO_NAME =
  /^(?:The|A|An|In|On|But|And|His|Her|Their|Our|Council|County|Borough|City|Services?|Children|Children['’]s|Families|Young|People|Adults?|Social|Care|Education|Ofsted|CQC|Cabinet|Member|Lead|Director|Executive|Chief|Leader|Deputy|Inspectors?|Regional|National|Minister|Secretary|State|Mayor|Labour|Conservative|Liberal|Democrats?|Green|Party|Reform|Department|Government|Committee|Scrutiny|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;
const TITLES = /^(?:Cllr|Councillor|Dr|Prof|Professor|Sir|Dame|Lord|Baroness|Mr|Mrs|Ms|Miss)\.? /;
const MOST_SAYINGS = 40;

interface Speaker {
  kind: string;
  role: string;
  name: string | null;
}

/** @param roles longer wordings win over those they contain */
export function makeWhoSaid(roles: readonly SpeakerRole[]): (text: string) => Saying[] {
  const kinds = new Map(roles.map(({ kind, words }) => [words, kind]));
  const alternatives = [...kinds.keys()]
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"));
  const ROLE = new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'gi');
  const roleIn = (clause: string): Omit<Speaker, 'name'> | null => {
    const roles = [...clause.matchAll(ROLE)].map(([written]) => written);
    // "Cllr Farrow, the cabinet member": a form of address says less than an office.
    const role = roles.find((written) => !TITLES.test(`${written} `)) ?? roles[0];
    const kind = role && kinds.get(role.toLowerCase().replaceAll('’', "'"));
    return role && kind ? { kind, role } : null;
  };

  return (text) => {
    const found: Saying[] = [];
    const known = new Map<string, Speaker>();
    let last: Speaker | null = null;
    let introduced = false;
    let at = 0;
    for (const paragraph of text.split('\n')) {
      const spoken = [...paragraph.matchAll(SPOKEN)];
      const around = paragraph.replace(SPOKEN, ' … ');
      if (SAID.test(around)) last = speakerOf(around, roleIn, known, last);
      // A paragraph of speech alone goes on from the one before; other words around it without "said" are another's.
      else if (spoken.length > 0 && !(introduced || /^[\s…]*$/.test(around))) last = null;
      if (last)
        for (const match of spoken) {
          if (found.length >= MOST_SAYINGS) return found;
          const start = at + match.index + 1;
          const quote = match[1] ?? '';
          found.push({ quote, start, end: start + quote.length, ...last });
        }
      if (paragraph.trim() !== '') {
        introduced = /:\s*$/.test(paragraph);
        if (spoken.length === 0 && !introduced) last = SAID.test(around) ? last : null;
      }
      at += paragraph.length + 1;
    }
    return found;
  };
}

/** Who speaks in the words around the quotation marks; null for somebody without a public role. */
function speakerOf(
  around: string,
  roleIn: (clause: string) => Omit<Speaker, 'name'> | null,
  known: Map<string, Speaker>,
  last: Speaker | null,
): Speaker | null {
  const clause = around.split(/(?<=[.!?])\s+(?=\p{Lu})/u).find((sentence) => SAID.test(sentence)) ?? around;
  const role = roleIn(clause);
  const name = nameIn(clause);
  if (role) {
    const speaker = { ...role, name: name?.replace(TITLES, '') ?? null };
    const surname = speaker.name?.split(' ').at(-1);
    if (surname && known.size < MOST_SAYINGS) known.set(surname, speaker);
    return speaker;
  }
  for (const [surname, speaker] of known) if (new RegExp(`\\b${surname}\\b`, 'u').test(clause)) return speaker;
  return name === null && /(?:^|[\s…])(?:s?he|they)\s+\w*\s*\w*/i.test(clause) ? last : null;
}

/** The name beside "said" or a comma: before the verb, or after it. */
function nameIn(clause: string): string | null {
  const names = [...clause.matchAll(NAME)].filter(
    ([written]) =>
      !written
        .replace(TITLES, '')
        .split(' ')
        .some((word) => NO_NAME.test(word)),
  );
  const said = SAID.exec(clause)?.index ?? 0;
  const nearest = names.sort((a, b) => Math.abs(a.index - said) - Math.abs(b.index - said))[0];
  return nearest?.[0].replace(/[’']s$/, '') ?? null;
}
