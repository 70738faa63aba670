// What readers reach from the front, link by link, and the links that lead nowhere.

import { outputPathOf } from '../../src/store/output.ts'
import { origin } from './site-data.ts'
import type { Files } from './site-folder.ts'

/** "world/index.html → /world/2024/10/24/gone/": none when there is no front yet. */
export const brokenLinks = (files: Files): readonly string[] => {
  const entrances = ['index.html', '_redirects']
  const reached = new Set(entrances.filter(file => Object.hasOwn(files, file)))
  const broken: string[] = []
  for (const file of reached) {
    for (const target of targetsIn(file, files[file] ?? '')) {
      if (Object.hasOwn(files, target)) reached.add(target)
      else broken.push(`${file} → ${target}`)
    }
  }
  return broken
}

const targetsIn = (file: string, text: string): readonly string[] => {
  const page = new URL(`/${file}`, origin)
  const written = file.endsWith('.html')
    ? [...text.matchAll(/(?:href|src)="([^"]+)"/g)]
    : file.endsWith('.xml')
      ? [...text.matchAll(/<(?:link|loc)>([^<]+)</g), ...text.matchAll(/(?:href|src)="([^"]+)"/g)]
      : file === '_redirects'
        ? [...text.matchAll(/^\S+ (\S+)/gm)]
        : []
  return written
    .map(([, address = '']) => new URL(address, page))
    .filter(url => url.origin === origin)
    .map(url => outputPathOf(decodeURIComponent(url.pathname)))
}
