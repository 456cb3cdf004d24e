import type { Store } from '../adapters/store/store.ts';

/** All that is held of one address as a JSON document, for the person it belongs to. */
export function personalData(address: string, held: Awaited<ReturnType<Store['heldOf']>>, at: Date): string {
  return `${JSON.stringify({ v: 1, address, at, ...held }, null, 2)}\n`;
}
