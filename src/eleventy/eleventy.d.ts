// The part of Eleventy 3 that Dateline runs; Eleventy ships no types.

declare module '@11ty/eleventy' {
  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        quietMode: boolean
        configPath: string
        source: 'script'
        config: (eleventyConfig: import('./eleventy-config.ts').EleventyConfig) => void
      },
    )
    disableLogger(): void
    toJSON(): Promise<readonly import('./eleventy-config.ts').RenderedTemplate[]>
    write(): Promise<readonly [unknown, readonly import('./eleventy-config.ts').RenderedTemplate[]]>
  }
}

declare module '*/@11ty/eleventy/src/EventBus.js' {
  const bus: { readonly emit: (event: string, ...details: unknown[]) => void }
  // biome-ignore lint/style/noDefaultExport: that is how Eleventy has it
  export default bus
}
