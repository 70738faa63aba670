// A store that is open for as long as some work takes.

import { openStore, type Store } from '../../src/store/store.ts'

export const useStore = async <Value>(
  folder: string,
  work: (store: Store) => Promise<Value> | Value,
): Promise<Value> => {
  const store = await openStore(folder)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export const keysOf = async (store: Store, prefix: string): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const [key] of store.rows(prefix)) keys.push(key)
  return keys
}
