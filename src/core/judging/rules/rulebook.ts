/** What the engine knows: authorities, inspectorates, scales, words and rules, as the loader compiled them from `config/`. */
import type { Authority, Day, Distinction, Inspectorate, Service, Subject, UngradedActivity } from '../../types.ts';
import type { Pattern } from '../text/pattern.ts';
import type { SpellingIndex } from '../text/spelling.ts';
import type { Trie } from '../text/trie.ts';
import type { AuthorityIndex, NameMask } from './authorities.ts';

export interface Grade {
  id: string;
  name: string;
  /** Higher is better; compares within one scale only. */
  order: number;
}

/** Stands where a grade id would, for a rating in words of no scale: it is said that there is one, never which. */
export const OFF_SCALE = 'off_scale';

export interface Scale {
  id: string;
  name: string;
  source: string;
  /** Best first. */
  grades: Grade[];
}

export interface Area {
  id: string;
  name: string;
  /** Schools, homes and agencies are judged on it as well. */
  providersToo: boolean;
  /** Its grade never stands for that of the whole. */
  smallPart: boolean;
}

export interface Framework {
  id: string;
  /** Family: a known difference always separates two inspections. */
  family: string;
  name: string;
  service: Service;
  scale: string | null;
  /** Inspection dates it was in force. */
  from: Day;
  until: Day | null;
  /** Thought of only where the text names it: pilots beside the framework proper. */
  whenNamed: boolean;
  /** `overall`, several named headlines, or none (since April 2026). */
  headlines: string[];
  areas: string[];
  /** Of these, what each report grades, no more and no fewer; null where reports differ. */
  gradedAreas: string[] | null;
  source: string;
}

export interface InspectorateFacts {
  id: Inspectorate;
  name: string;
  /** The service it is taken to speak of when the text names none. */
  service: Service | null;
  areas: Area[];
  frameworks: Framework[];
  scales: Scale[];
}

export type Standing = 'current' | 'background' | 'previous' | 'possible' | 'denied';
export type NoticeKind = UngradedActivity['kind'];

/** What a rule does when it fires. */
export type Effect =
  | { does: 'licence' }
  | { does: 'standing'; standing: Standing; priority: number }
  | { does: 'not_rating'; code: string; reason: string }
  | { does: 'not_authority'; code: string; reason: string }
  | { does: 'bystander' }
  | { does: 'joint' }
  | {
      does: 'signal';
      weight: number;
      yields: 'title' | 'parts' | 'news' | null;
      subject: Subject | null;
      where: 'title' | 'lead' | 'body';
    }
  | { does: 'notice'; kind: NoticeKind; outcome: string | null }
  | { does: 'movement'; direction: 'up' | 'down' | 'same' }
  | { does: 'move'; direction: 'up' | 'down' | 'same' }
  | { does: 'distinction'; rank: Distinction['rank'] };

/** An outcome a rule promises. `{A}` and `{B}` stand for authorities. */
export interface Example {
  text: string;
  title: string;
  published: string | null;
  home: string | null;
  /** `"{A} inadequate"`, with the authority left out where it is clear. */
  events: string[] | null;
  /** `"leaders good"`. */
  areas: string[] | null;
  history: string[] | null;
  notices: string[] | null;
  direction: string | null;
  /** `"{A} {B}"`: A's claim names B. */
  joint: string[] | null;
  /** `"{A} second in country: outstanding, 2 in a row"`. */
  distinctions: string[] | null;
  line: number;
}

export interface Rule {
  id: string;
  file: string;
  line: number;
  effect: Effect;
  patterns: Pattern[];
  /** Patterns that spoil it. */
  unless: Pattern[];
  /** Classes of which one must stand in the same sentence. */
  needs: string[];
  /** The sentences before and after may hold the needed word too. */
  near: boolean;
  /** Classes of which the article must hold one, wherever. */
  holds: string[];
  /** Classes of which the article may hold none. */
  lacks: string[];
  /** Grades it speaks of; empty: any. */
  grades: string[];
  /** Class of the words that `CUE` stands for. */
  cue: string | null;
  /** Counts only where the word stands alone in quotation marks. */
  quoted: boolean;
  /** Its cue counts only outside quotation marks: the writer's own words. */
  unquoted: boolean;
  /** Title only. */
  titleOnly: boolean;
  match: Example[];
  noMatch: Example[];
}

export interface Rulebook {
  version: string;
  reviewBelow: number;
  authorities: Authority[];
  index: AuthorityIndex;
  inspectorates: InspectorateFacts[];
  scales: Map<string, Scale>;
  frameworks: Framework[];
  masks: NameMask[];
  /** Every phrase of the lexicon, the grades, the areas, the inspectorates, the authorities and the masks. */
  trie: Pick<Trie, 'at'>;
  /** Typing slips in words that carry a grade. */
  slips: SpellingIndex;
  rules: Rule[];
  /** How likely an article of this title and text tells of a new judgement, 0 to 1; never makes a finding. */
  relevance(title: string, text: string): number;
  /** Area of a phrase as people write it, null where no spelling knows it. */
  areaOf(phrase: string): string | null;
  /** Display name of an inspectorate, service, grade, area, framework, place or region; the id itself where none is known. */
  nameOf(kind: 'inspectorate' | 'service' | 'grade' | 'area' | 'framework' | 'place' | 'region', id: string): string;
}

/** Ids of the areas of any inspectorate that are so. */
export const areasWhere = ({ inspectorates }: Rulebook, is: (area: Area) => boolean): Set<string> =>
  new Set(inspectorates.flatMap(({ areas }) => areas.filter(is).map(({ id }) => id)));

/** -1, 0 or 1 as `a` is worse than, the same as or better than `b` on this scale; null where either is not on it. */
export function compareGrades(scale: Scale | undefined, a: string, b: string): -1 | 0 | 1 | null {
  const left = scale?.grades.find((g) => g.id === a);
  const right = scale?.grades.find((g) => g.id === b);
  if (!left || !right) return null;
  return Math.sign(left.order - right.order) as -1 | 0 | 1;
}

/** Families with all the inspection dates their versions cover: a family whose last version is in force has no end. */
export function familiesOf({
  frameworks,
}: Pick<Rulebook, 'frameworks'>): { id: string; from: Day | null; until: Day | null }[] {
  const families = new Map<string, { id: string; from: Day; until: Day | null }>();
  for (const { family: id, from, until } of frameworks) {
    const before = families.get(id);
    if (!before) families.set(id, { id, from, until });
    else
      families.set(id, {
        id,
        from: [from, before.from].sort()[0] as Day,
        until: before.until === null || until === null ? null : ([before.until, until].sort()[1] as Day),
      });
  }
  return [...families.values()];
}
