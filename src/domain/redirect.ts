// A row of _data/redirects.yaml: where an old address leads now, or that nothing stands there any more.

export type Redirect = {
  /** The old address, in the spelling of the links that lead there. */
  readonly path: string
  /** A path of this site, or a full address of another one; null where it is gone for good. */
  readonly to: string | null
}

/** The word that stands in the file where nothing stands any more. */
export const goneWord = 'gone'
