/** Rule of evidence that quotes no grade, but that none is given of the whole: it dates nothing and grades nothing. */
export const NO_OVERALL = 'no-overall';
