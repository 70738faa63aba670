// One run on what the last publish left: opened, finished if it was stopped half way, and closed again.

import type { Edition } from '../edition.ts'
import { holdLastSite, type OpenSite, type Published } from './hold-last-site.ts'

export const withLastSite = async <Value>(
  root: string,
  edition: Edition,
  published: Published,
  work: (site: OpenSite) => Promise<Value>,
): Promise<Value> => {
  const held = holdLastSite(root, edition)
  try {
    return await held.use(published, work)
  } finally {
    await held.close()
  }
}
