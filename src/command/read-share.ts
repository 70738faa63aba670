// The flag --shard: a share's number, and how many shares there are.

import { CalledWrongly } from '../domain/called-wrongly.ts'
import type { ShareOf } from '../pipeline/share.ts'

/** "2/3". Throws a plain message for anything else. */
export const readShare = (word: string): ShareOf => {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(word) ?? []
  const share = { index: Number(index), count: Number(count) }
  if (share.index >= 1 && share.index <= share.count) return share
  throw new CalledWrongly(`--shard is “${word}”; write the share and how many there are, such as 1/3`)
}
