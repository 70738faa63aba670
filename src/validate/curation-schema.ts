// A day's curation: the front matter of content/bulletins/.

import * as z from 'zod/mini'
import { key, line } from './fields.ts'

export const curationSchema = z.strictObject({
  title: z.optional(line(1, 200)),
  order: z._default(z.array(key()), []),
})
