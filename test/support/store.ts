import { makeStore, type Store } from '../../src/adapters/store/store.ts';
import { backends } from './backends.ts';
import { closing } from './closing.ts';

/** The real store on an embedded database of its own, closed at the end of the test file. */
export async function aStore(): Promise<Store> {
  const opened = await backends()[0]!.open();
  const store = makeStore(opened.database.pool);
  closing({
    close: async () => {
      await store.close();
      await opened.close();
    },
  });
  return store;
}
