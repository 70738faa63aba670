// The library that decodes and encodes pictures. It is native, and loading it takes longer than a publish.

import type sharp from 'sharp'

export type Sharp = typeof sharp

/** Throws a plain line where it cannot run. */
export const loadSharp = async (): Promise<Sharp> => {
  try {
    const { default: loaded } = await import('sharp')
    // Its cache would hold pictures that nobody asks for again.
    loaded.cache(false)
    return loaded
  } catch (error) {
    const [reason] = (error as Error).message.trim().split('\n')
    throw new Error(
      `pictures need the package sharp, which cannot run here (${reason}); run npm ci on this machine`,
    )
  }
}
