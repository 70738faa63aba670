// One run on what the last publish left: opened, and closed again.

import type { Edition } from './edition.ts'
import { type OpenSite, openSession } from './site-session.ts'

export const withLastSite = async <Value>(
  root: string,
  edition: Edition,
  work: (site: OpenSite) => Promise<Value>,
): Promise<Value> => {
  const held = openSession(root, edition)
  try {
    return await held.use(work)
  } finally {
    await held.close()
  }
}
