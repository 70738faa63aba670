// The picture that is shown where somebody shares a page without one of its own: cut from the site's own, or its logo on a
// plain ground.

import type { SharePicture } from '../domain/newsroom.ts'
import type { PictureFile } from '../domain/story.ts'
import type { PictureJob } from './encode-pictures.ts'
import { pathOfVariant, urlOfPath } from './picture-outputs.ts'
import type { Variant } from './variants.ts'

/** About 1.91:1, as those show it where most is shared. */
const across = 1200
const down = 630
const ratio = '40x21'

const variantOf = ({ width, height }: PictureFile, isLogo: boolean): Variant => {
  if (isLogo) return { format: 'jpeg', width: across, height: down, crop: ratio, isOnGround: true }
  const cut = Math.max(1, Math.min(across, width, Math.floor((height * across) / down)))
  return { format: 'jpeg', width: cut, height: Math.max(1, Math.round((cut * down) / across)), crop: ratio }
}

/** Whether it is large enough to be shown as others are. */
export const isLargeEnough = ({ width, height }: PictureFile): boolean => width >= across && height >= down

export const jobOfSharePicture = ({
  picture,
  isLogo,
}: Pick<SharePicture, 'picture' | 'isLogo'>): PictureJob => ({
  picture,
  variant: variantOf(picture, isLogo),
})

export const sharePictureOf = (picture: PictureFile, isLogo: boolean, alt: string): SharePicture => {
  const { variant } = jobOfSharePicture({ picture, isLogo })
  const { width, height } = variant
  return { picture, isLogo, alt, url: urlOfPath(pathOfVariant(picture, variant)), width, height }
}
