/**
 * How Node runs what lives for seconds, test files and the processes they start. It changes no result, only what is done by the way:
 * making the embedded database's code faster takes longer than the code then runs, and the rulebook, loaded by each, is copied several
 * times over by a collector that starts with little room.
 */
export const SHORT_LIVED = ['--liftoff-only', '--max-semi-space-size=64'];
