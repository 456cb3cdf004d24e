/** How sure a claim is: the points its statements earned, nudged by how much the article reads like news of a judgement. */

/**
 * What the relevance model says against what the rules say; measured, with `reviewBelow`, on 1,103 labelled articles whose
 * 729 findings are right 672 times. At this weight the log-odds of lists of standing grades and of right findings of the
 * thinnest articles lie well apart, on either side of even (-0.19 and 0.04; at a weight of 0.65 0.04 and 0.09).
 * None of the right findings goes to review; of the 57 wrong ones 13 do, all of 4 articles that tell of no new judgement.
 * Of findings that are 0.85 to 0.95 sure 95 % are right, of all from 0.9 on 96 %; the mean squared distance from the truth
 * is 0.058, by the rules alone 0.072. Most wrong findings that stay are of a wrong grade or of a neighbour in news of a
 * judgement: no guess about the article can tell them.
 */
const RELEVANCE_COUNTS = 0.8;
/** A guess that says nothing either way: half of the model's examples are judgements. */
export const EVEN_RELEVANCE = 1 / 2;
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
