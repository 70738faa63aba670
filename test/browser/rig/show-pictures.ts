// Pictures further down a page are asked for when a reader comes near them.

import type { Page } from 'playwright-core'

/** Asks for all of them, and waits until each is there or has failed. */
export const showPictures = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ended = [...document.images].map(
      picture =>
        new Promise(resolve => {
          picture.addEventListener('load', resolve)
          picture.addEventListener('error', resolve)
          picture.loading = 'eager'
          if (picture.complete) resolve(null)
        }),
    )
    await Promise.all(ended)
  })
