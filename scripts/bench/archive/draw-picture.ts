// An invented photograph: soft colours with some grain, as an encoder meets them.

import { loadSharp } from '../../../src/pictures/load-sharp.ts'
import { createRandom } from './random.ts'

const grain = { width: 400, height: 267, channels: 3 } as const

/** A JPEG of 1600 × 1067; the same name gives the same pixels. */
export const drawPicture = async (name: string): Promise<Uint8Array> => {
  const sharp = await loadSharp()
  const random = createRandom(...Buffer.from(name))
  const tones = Array.from({ length: grain.channels }, () => random.between(60, 180))
  const { width, height, channels } = grain
  const pixels = Uint8Array.from({ length: width * height * channels }, (_, at) => {
    const light = Math.floor(at / (width * channels)) / height
    return (tones[at % channels] ?? 0) + Math.round(60 * light) + random.between(-12, 12)
  })
  return sharp(pixels, { raw: grain }).resize(1600, 1067).jpeg({ quality: 85 }).toBuffer()
}
