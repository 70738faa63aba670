import { expect, test } from 'vitest'
import { shareServices, shareUrl } from '../../src/domain/share-services.ts'

const url = 'https://news.example/world/2024/10/24/a/'
const title = 'Rain & “storm”: 50% of #harbour'

const sharing = shareServices.filter(service => service !== 'google')

test.each(sharing)('%s is told the address and the headline as they are', service => {
  const link = new URL(shareUrl(service, url, title))
  const said = [...link.searchParams.values()].join(' ')
  expect(said).toContain(url)
  if (!['facebook', 'linkedin'].includes(service)) expect(said).toContain(title)
})

test('Google hears which site is to be a preferred source, and nothing of the story', () => {
  expect(shareUrl('google', url, title)).toBe('https://www.google.com/preferences/source?q=news.example')
})
