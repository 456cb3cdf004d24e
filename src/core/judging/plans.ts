/** What a council plans, told in a title beside schools and homes. */
import { mentionsIn, type Reading } from './text/reading.ts';

/** "Council agrees £4m for two children's homes", "Northshire to open a nursery": what a council plans, and no news of a provider. */
export function plansFor(reading: Reading, titleEnd: number): boolean {
  const [provider] = mentionsIn(reading, 'provider', 0, titleEnd);
  const [plan] = mentionsIn(reading, 'council_plans', 0, provider?.from ?? 0);
  return (
    plan !== undefined &&
    ['authority', 'council_word', 'thing_judged'].some((cls) => mentionsIn(reading, cls, 0, plan.from).length > 0)
  );
}
