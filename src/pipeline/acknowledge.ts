// npm run build -- --delivered: the folder of the last --changes-only is where readers are.

import { acknowledgeDelivery } from '../publish/undelivered.ts'
import type { Edition } from '../store/edition.ts'
import { noPublish } from '../store/last-site.ts'
import { withLastSite } from '../store/site-session.ts'

/** How many files were pending. Throws a plain line when nothing has been published yet. */
export const acknowledge = (root: string, edition: Edition): Promise<number> =>
  withLastSite(root, edition, ({ lastSite }) => {
    if (lastSite.store === null) throw noPublish(lastSite)
    return acknowledgeDelivery(lastSite.store)
  })
