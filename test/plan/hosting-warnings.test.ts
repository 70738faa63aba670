import { describe, expect, test } from 'vitest'
import type { Archive } from '../../src/archive/create-archive.ts'
import type { Cdn } from '../../src/domain/newsroom.ts'
import { hostingWarnings } from '../../src/plan/hosting-warnings.ts'
import { hashForPolicy } from '../../src/system/digest.ts'
import type { Files } from '../rig/site-folder.ts'
import { archiveOf, newsroomOf, planOf, storyAt } from '../rig/small-newsroom.ts'

const warningsOf = (files: Files, more: Partial<Archive> = {}, cdn: Cdn = 'cloudflare') => {
  const valid = newsroomOf(files)
  const { site } = valid.newsroom
  const newsroom = { ...valid.newsroom, site: { ...site, hosting: { ...site.hosting, cdn } } }
  return hostingWarnings(planOf(files), newsroom, { ...archiveOf(valid), ...more })
}
const withAliases = (...aliases: string[]) =>
  storyAt('2024-10-24T08:00:00+05:30', 'storm', { aliases: JSON.stringify(aliases) })

/** Its hundred of all the old addresses. */
const storyWith = (index: number, old: readonly string[]) =>
  storyAt(`2024-10-24T08:00:${String(index).padStart(2, '0')}+05:30`, `storm-${index}`, {
    aliases: JSON.stringify(old.slice(100 * index, 100 * index + 100)),
  })

test('nothing is said where all fits', () => expect(warningsOf(withAliases('/old/'))).toEqual([]))

describe('an editor is told what is left out, why, and what to do', () => {
  test('when there are more old addresses than there is room for', () => {
    const old = Array.from({ length: 2001 }, (_, index) => `/old/${index}/`)
    const many = Object.assign({}, ...Array.from({ length: 21 }, (_, story) => storyWith(story, old)))
    expect(warningsOf(many)).toMatchObject([
      {
        code: 'redirects-left-out',
        severity: 'warning',
        message:
          '1 old address is left out of _redirects: the host takes 2000, and those of files, then of the newest stories come first',
        hint: expect.stringContaining('npm run server-config'),
        location: { file: '_site/_redirects' },
      },
    ])
    expect(warningsOf(many, {}, 'netlify')).toEqual([])
  })

  test('when an address is too long, or would stand for others', () => {
    const long = `/${'ü'.repeat(99)}/${'ü'.repeat(99)}/`
    expect(warningsOf(withAliases(long, '/any*/', '/12:30/')).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^1 old address is left out of _redirects: the host takes 1000 characters for a redirect \(\/%C3%BC.{50,60}…\)$/,
      ),
      '2 old addresses are left out of _redirects: a * or a colon in them would match other addresses as well (/any*/, /12:30/)',
    ])
  })

  test('when there are too many styles for a line', () => {
    const styles = Array.from({ length: 40 }, (_, index) => hashForPolicy(`${index}`))
    expect(warningsOf({}, { styles })).toMatchObject([
      {
        code: 'policy-left-out',
        severity: 'warning',
        message: expect.stringContaining(
          'with 40 styles it is longer than the 2000 characters that Cloudflare Pages takes',
        ),
      },
    ])
    expect(warningsOf({}, { styles }, 'netlify')).toEqual([])
  })
})

test('only when the files are written: not at every publish', () => {
  const valid = newsroomOf(withAliases('/any*/'))
  const plan = { ...planOf(withAliases('/any*/')), pages: [] }
  expect(hostingWarnings(plan, valid.newsroom, archiveOf(valid))).toEqual([])
})
