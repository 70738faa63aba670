import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { impersonal } from '../../src/media/icc.ts'
import { plain } from '../rig/photos.ts'
import { secret } from './noted-pictures.ts'
import { stripped } from './strip.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-icc-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A profile with one tag more, as a Mac makes it for its screen. */
const ofScreen = (profile: Buffer, bytes = 40): Buffer => {
  const count = profile.readUInt32BE(128)
  const table = Buffer.from(profile.subarray(132, 132 + 12 * count))
  for (let at = 4; at < table.length; at += 12) table.writeUInt32BE(table.readUInt32BE(at) + 12, at)
  const head = Buffer.from(profile.subarray(0, 132))
  head.writeUInt32BE(count + 1, 128)
  const entry = Buffer.alloc(12)
  entry.write('mmod')
  entry.writeUInt32BE(profile.length + 12, 4)
  entry.writeUInt32BE(bytes, 8)
  const all = Buffer.concat([
    head,
    table,
    entry,
    profile.subarray(132 + 12 * count),
    Buffer.from(secret.padEnd(bytes)),
  ])
  all.writeUInt32BE(all.length, 0)
  return all
}

const profileIn = async (bytes: Buffer): Promise<Buffer> =>
  (await sharp(bytes).metadata()).icc ?? Buffer.alloc(0)

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  'the profile of a screen in a %s does not say which screen it was, and shows the same colours',
  async format => {
    const known = await profileIn(await plain(8, 8).withIccProfile('p3').png().toBuffer())
    // So large that a JPEG keeps it in two pieces.
    const screen = ofScreen(known, 70_000)
    const file = join(folder, `${format}.icc`)
    writeFileSync(file, screen)
    const noted = await plain(8, 8).withIccProfile(file).toFormat(format).toBuffer()
    expect((await profileIn(noted)).includes('Secret'), format).toBe(true)
    const after = stripped(noted)
    expect(await profileIn(after)).toEqual(impersonal(screen))
    expect(impersonal(screen).includes('Secret')).toBe(false)
    expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(noted).raw().toBuffer())
    expect(stripped(after)).toEqual(after)
  },
)

test('a profile of no screen stays as it is', async () => {
  const known = await profileIn(await plain(8, 8).withIccProfile('p3').png().toBuffer())
  expect(impersonal(known)).toBe(known)
})
