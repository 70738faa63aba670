// Words that a layout says by itself come from _data/strings/, so that every language has them.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../rig/site-folder.ts'

const includes = join(projectRoot, '_includes')

const layouts = readdirSync(includes, { recursive: true, encoding: 'utf8' }).filter(file =>
  file.endsWith('.njk'),
)

test('no label, title or description of a picture is fixed in a layout', () => {
  for (const file of layouts) {
    const text = readFileSync(join(includes, file), 'utf8')
    expect(text.match(/\b(?:aria-label|title|alt)="[^"{]*\p{L}[^"]*"/gu) ?? [], file).toEqual([])
  }
})
