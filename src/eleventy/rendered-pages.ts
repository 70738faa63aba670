// Eleventy's account of what it made, in the words of the checks.

import type { MadePage } from '../pages/rendered-site.ts'
import type { RenderedTemplate } from './eleventy-config.ts'

/** `folder`: where Eleventy wrote. Templates that make no file are left out. */
export const pagesOf = (templates: readonly RenderedTemplate[], folder: string): readonly MadePage[] =>
  templates.flatMap(({ url, inputPath, outputPath, content }) =>
    typeof outputPath === 'string' && typeof url === 'string'
      ? [
          {
            url,
            output: outputPath.replace(/^\.\//, '').slice(folder.replace(/^\.\/|\/$/g, '').length + 1),
            content,
            template: inputPath.replace(/^\.\//, ''),
          },
        ]
      : [],
  )
