import { expect, test } from 'vitest'
import { profileLink } from '../../src/domain/profile-links.ts'

test.each([
  ['https://mastodon.example/@asha', 'Mastodon'],
  ['https://bsky.app/profile/asha.example', 'Bluesky'],
  ['https://x.com/asha', 'X'],
  ['https://in.linkedin.com/in/asha', 'LinkedIn'],
  ['https://www.youtube.com/@asha', 'YouTube'],
  ['https://www.asha-rao.example/about/@me', 'asha-rao.example'],
  ['https://notx.com/asha', 'notx.com'],
])('%s is called %s', (url, name) => expect(profileLink(url)).toEqual({ name, url }))
