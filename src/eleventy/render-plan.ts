// Runs Eleventy over a plan, into a folder that no reader sees.

import { Eleventy } from '@11ty/eleventy'
import type { RenderedPage } from '../check/rendered-site.ts'
import type { Prepared } from '../prepare.ts'
import { forgetLastBuild } from './forget-last-build.ts'
import { pagesOf } from './rendered-pages.ts'

/** `folder` is relative to the site's root, which must be the current folder. Throws with one plain line when a layout fails. */
export const renderPlan = async (prepared: Prepared, folder: string): Promise<readonly RenderedPage[]> => {
  await forgetLastBuild([])
  let libraries = (): readonly object[] => []
  const eleventy = new Eleventy('content', folder, {
    quietMode: true,
    configPath: '.eleventy.js',
    source: 'script',
    config: eleventyConfig => {
      eleventyConfig.datelineJob = prepared
      libraries = () => Object.values(eleventyConfig.libraryOverrides)
    },
  })
  eleventy.disableLogger()
  try {
    const [, templates] = await eleventy.write()
    return pagesOf(templates, folder)
  } catch (error) {
    throw new Error(explain(error as Error))
  } finally {
    // Eleventy never lets go of a library it was given, and a library holds the whole build: leave only its shell.
    for (const library of libraries())
      for (const name of Object.keys(library)) Reflect.deleteProperty(library, name)
  }
}

/** The innermost of Eleventy's nested errors says what is wrong; the outermost which page it was. */
const explain = (error: Error & { originalError?: Error }): string => {
  const page = /from "\.\/content\/([^"]+)"/
    .exec(error.message)?.[1]
    ?.replace(/^dateline\/(.*)\.md$/, (_all, url: string) => decodeURIComponent(url))
  let inner: Error & { originalError?: Error } = error
  while (inner.originalError) inner = inner.originalError
  const reason = inner.message
    .replace(/^Template render error: /, '')
    .replace('./content/_layouts/', '_includes/')
    .replace(/\s*\n\s*/g, ': ')
  return `Eleventy could not make ${page ?? 'the pages'}: ${reason}`
}
