// Keeps a server of the preview to its folder, also where a link in the folder leads out of it.

import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Middleware } from '@11ty/eleventy-dev-server'
import { pathOf } from './show-view.ts'

export const refuseOutside =
  (folder: string): Middleware =>
  (request, response, next) => {
    const path = join(folder, pathOf(request.url))
    const isInside = [path, join(path, 'index.html'), `${path.replace(/[/\\]$/, '')}.html`].every(file => {
      const real = realPath(file)
      return real === null || `${real}${sep}`.startsWith(`${realPath(folder)}${sep}`)
    })
    if (isInside) return next()
    response.statusCode = 404
    response.end('Not found')
  }

const realPath = (path: string): string | null => {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
