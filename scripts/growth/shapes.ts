// Hostile shapes: whatever could make a site's reading cost more than twice as much when it is twice as long.

import { blocks } from './shapes/blocks.ts'
import { drawings } from './shapes/drawings.ts'
import { frontMatter } from './shapes/front-matter.ts'
import { furniture } from './shapes/furniture.ts'
import { media } from './shapes/media.ts'
import { nestings } from './shapes/nestings.ts'
import { openings } from './shapes/openings.ts'
import { relatedParts } from './shapes/related-parts.ts'
import type { Shape } from './shapes/shape.ts'
import { siteData } from './shapes/site-data.ts'
import { staticFiles } from './shapes/static-files.ts'

export const shapes: readonly Shape[] = [
  ...openings,
  ...blocks,
  ...nestings,
  ...relatedParts,
  ...furniture,
  ...frontMatter,
  ...siteData,
  ...drawings,
  ...media,
  ...staticFiles,
]
