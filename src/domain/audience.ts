// Who a site is built for, as a profile: what each of them is shown, and what is made for them.

/** Plain JSON. */
export type Audience = {
  /** Tells audiences apart. */
  readonly name: 'readers' | 'editors'
  /** Drafts and held stories are shown as well. */
  readonly showsHeld: boolean
  /** Pictures are made into smaller ones; else originals are published as they are. */
  readonly encodesPictures: boolean
  /** Every feed, archive and data file is made; else one feed of each channel. */
  readonly machineData: boolean
  /** Nothing may be on a page that a story which is not live would have. */
  readonly checksLeaks: boolean
  /** Stories can be searched. */
  readonly searches: boolean
  /** Hubs and search engines hear of what changed. */
  readonly announces: boolean
  /** Files get compressed copies, where the site asks for them. */
  readonly compresses: boolean
}

export const readers: Audience = {
  name: 'readers',
  showsHeld: false,
  encodesPictures: true,
  machineData: true,
  checksLeaks: true,
  searches: true,
  announces: true,
  compresses: true,
}

/** In the preview: pages at once, and nothing that leaves their machine. */
export const editors: Audience = {
  name: 'editors',
  showsHeld: true,
  encodesPictures: false,
  machineData: false,
  checksLeaks: false,
  searches: false,
  announces: false,
  compresses: false,
}
