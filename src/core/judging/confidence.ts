/** How sure a claim is: the points its statements earned, nudged by how much the article reads like news of a judgement. */

/** What the relevance model says counts a third: rules that read a grade know more than words that go together. */
const RELEVANCE_COUNTS = 0.3;
/**
 * A guess that says nothing either way. Half of the model's examples are judgements; of what rules found, nine in ten and more
 * are. With this and the share above no true finding goes to review that the rules alone would let through
 * (test/judging/articles.jsonl).
 */
export const EVEN_RELEVANCE = 1 / 10;
/** Points at which a claim is as likely right as wrong, and what one more adds to the log-odds. */
const EVEN_POINTS = 2;
const LOG_ODDS_PER_POINT = 0.7;

/**
 * @param relevance 0 to 1, how likely the article tells of a new judgement by its words alone
 * @returns 0 to 1; a confidence, never a claim: where no rule found one there is nothing to be sure of
 */
export const confidenceOf = (points: number, relevance: number): number =>
  rounded(logistic(logOddsOf(points) + nudgeOf(relevance)));

/** By the rules alone. */
export const confidenceOfPoints = (points: number): number => rounded(logistic(logOddsOf(points)));

export const logOddsOf = (points: number): number => (points - EVEN_POINTS) * LOG_ODDS_PER_POINT;

/** What the relevance model adds to the log-odds, or takes from them. */
export const nudgeOf = (relevance: number): number => RELEVANCE_COUNTS * (logit(relevance) - logit(EVEN_RELEVANCE));

export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
/** A model may be very sure, never entirely. */
const logit = (share: number): number => {
  const bounded = Math.min(Math.max(share, 0.001), 0.999);
  return Math.log(bounded / (1 - bounded));
};
const rounded = (share: number): number => Math.round(100 * share) / 100;
