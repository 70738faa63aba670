// The part of eleventy-img that makes variants; it ships no types.

declare module '@11ty/eleventy-img' {
  import type { Sharp } from 'sharp'

  type Options = {
    readonly formats: readonly string[]
    readonly widths: readonly number[]
    /** Gives the bytes back, and writes nothing. */
    readonly dryRun: true
    readonly useCache: false
    readonly sharpAvifOptions: object
    readonly sharpWebpOptions: object
    readonly sharpJpegOptions: object
    readonly sharpPngOptions: object
    readonly transform: (sharp: Sharp) => void
  }

  const makePictures: (
    file: string,
    options: Options,
  ) => Promise<Readonly<Record<string, readonly { readonly buffer: Uint8Array }[]>>>
  export = makePictures
}
