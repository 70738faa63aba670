// Pages of the newsroom's own whose addresses have a name with a dot at its head: servers answer 404 there.

import { errorAt, locationOfFile, type Problem } from '../domain/problem.ts'
import { leftBehindIn } from '../domain/site-paths.ts'
import type { MadePage } from '../pages/rendered-site.ts'

/** `folder`: where they were rendered. */
export const hiddenPages = (pages: readonly MadePage[], folder: string): readonly Problem[] =>
  pages
    .filter(({ output }) => /(?:^|\/)\./.test(output) && leftBehindIn(output) !== null)
    .map(({ url, output, template }) =>
      errorAt(locationOfFile(template === '' ? `${folder}/${output}` : template), {
        code: 'output-hidden',
        message: `${url} has a name that begins with a dot, and servers show nothing there`,
        hint: 'write another permalink, in which no name begins with a dot, such as /about/',
      }),
    )
