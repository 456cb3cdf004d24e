/** Committed figures beside those of now. */

/** Sentences for the figures that fell below a baseline by more than `tolerance`; empty when none did. */
export function fallen(baseline: Record<string, number>, now: Record<string, number>, tolerance = 0.0005): string[] {
  return Object.entries(baseline).flatMap(([figure, before]) => {
    const after = now[figure];
    if (after === undefined) return [`${figure} was ${before.toFixed(4)} and is no longer measured`];
    return after < before - tolerance ? [`${figure} fell from ${before.toFixed(4)} to ${after.toFixed(4)}`] : [];
  });
}
