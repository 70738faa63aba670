// The little of Eleventy's configuration object that Dateline uses. Eleventy 3 ships no types.

import type { Job } from './job.ts'

type Page = {
  readonly url: string | false
  readonly inputPath: string
  readonly outputPath: string | false
  readonly content: string
}

export type EleventyRun = {
  readonly directories: { readonly output: string }
  /** 'fs': it writes. */
  readonly outputMode: string
}

export type EleventyConfig = {
  readonly addTemplate: (path: string, content: string, data: object) => void
  /** For templates of every language. */
  readonly addFilter: (name: string, filter: (value: string) => unknown) => void
  readonly addGlobalData: (name: string, data: unknown) => void
  readonly addDataExtension: (
    extensions: string,
    options: { parser: (text: string, path: string) => unknown },
  ) => void
  /** What is returned takes the place of the date of a template's data; `undefined` leaves it. */
  readonly addDateParsing: (
    parse: (this: { readonly page: { readonly inputPath: string } }, written: unknown) => string | undefined,
  ) => void
  /** They join those that are there. */
  readonly setFrontMatterParsingOptions: (options: {
    readonly engines: Readonly<Record<string, (text: string) => unknown>>
  }) => void
  readonly addWatchTarget: (path: string, options?: { resetConfig?: boolean }) => void
  readonly setLibrary: (engine: 'md' | 'njk', library: unknown) => void
  /** What `setLibrary` was given. */
  readonly libraryOverrides: Readonly<Record<string, object>>
  readonly ignores: Set<string>
  readonly on: {
    (event: 'eleventy.before', listener: (run: EleventyRun) => void): void
    (
      event: 'eleventy.after',
      listener: (run: EleventyRun & { readonly results: readonly Page[] }) => void,
    ): void
  }
  /** Set before .eleventy.js runs; absent when Eleventy was started by itself. */
  datelineJob?: Job
}

export type RenderedTemplate = Page
