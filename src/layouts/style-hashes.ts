// The styles that pages can have, so that a content security policy can name them all.

import type { Layouts } from '../store/rows.ts'
import { hashForPolicy } from '../system/digest.ts'

/** Hashes as a policy has them, "sha256-…", of each sheet of _includes/css/, whole and minified, sorted. */
export const styleHashes = (layouts: Layouts): readonly string[] =>
  [...layouts]
    .filter(([name]) => name.startsWith('css/'))
    .map(([, sheet]) => hashForPolicy(sheet))
    .sort()
