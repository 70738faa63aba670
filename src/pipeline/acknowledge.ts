// npm run build -- --delivered: the folder of the last --changes-only is where readers are.

import { acknowledgeDelivery } from '../publish/undelivered.ts'
import type { Edition } from '../store/edition.ts'
import { withLastSite } from '../store/site-session.ts'

/** How many files were pending. Throws a plain line when nothing has been published yet. */
export const acknowledge = (root: string, edition: Edition): Promise<number> =>
  withLastSite(root, edition, ({ lastSite: { store } }) => {
    if (store === null) throw new Error('nothing has been published here yet; run npm run build first')
    return acknowledgeDelivery(store)
  })
