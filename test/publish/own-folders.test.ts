import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuseOwnFolder } from '../../src/publish/own-folders.ts'

let around: string
let root: string
beforeAll(() => {
  around = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-own-')))
  root = join(around, 'newsroom')
  for (const folder of [
    '.dateline/pictures',
    '.git/refs',
    '_site/world',
    '_data',
    '_includes',
    'src',
    'out/site',
  ])
    mkdirSync(join(root, folder), { recursive: true })
  // The stories may be kept elsewhere.
  mkdirSync(join(around, 'archive/stories'), { recursive: true })
  symlinkSync('../archive', join(root, 'content'))
  symlinkSync('newsroom', join(around, 'by-a-link'))
  symlinkSync('newsroom/_site', join(around, 'published'))
  symlinkSync('.dateline', join(root, 'state'))
})
afterAll(() => rmSync(around, { recursive: true, force: true }))

const refuse = (folder: string) => () => refuseOwnFolder(root, join(root, folder))

describe('changes do not go into', () => {
  test.each([
    ['.', 'holds the site itself'],
    ['..', 'holds the site itself'],
    ['../by-a-link', 'holds the site itself'],
    ['../../../../../..', 'holds the site itself'],
    ['.dateline', 'is the site’s own'],
    ['.Dateline', 'is the site’s own'],
    ['.dateline/upload', 'is inside .dateline/'],
    ['.dateline/pictures', 'is inside .dateline/'],
    ['state', 'is the site’s own'],
    ['state/upload/deep', 'is inside .dateline/'],
    ['_site', 'is the site’s own'],
    ['_site/', 'is the site’s own'],
    ['out/../_site/world', 'is inside _site/'],
    ['../published/x', 'is inside _site/'],
    ['_data', 'is the site’s own'],
    ['_includes/x', 'is inside _includes/'],
    ['src', 'is the site’s own'],
    ['content', 'is the site’s own'],
    ['content/stories', 'is inside content/'],
    ['../archive', 'is the site’s own'],
    ['../archive/new', 'is inside content/'],
    ['.git', 'belongs to git'],
    ['.git/upload', 'belongs to git'],
    ['../archive/.git/x', 'belongs to git'],
    ['node_modules/x', 'is inside node_modules/'],
  ])('%s', (folder, message) => expect(refuse(folder)).toThrow(message))
})

describe('they go into', () => {
  test.each([
    'out',
    'out/site',
    '../upload',
    '../archive-of-uploads',
    '_site-changes',
    '.dateline-upload',
    'content.new',
  ])('%s', folder => expect(refuse(folder)).not.toThrow())
})
