import { expect, test } from 'vitest'
import { urlOfFile } from '../../src/store/url-of-file.ts'

test.each([
  ['index.html', '/'],
  ['world/2024/10/24/x/index.html', '/world/2024/10/24/x/'],
  ['rss.xml', '/rss.xml'],
  ['404.html', '/404.html'],
  ['old/story.html', '/old/story.html'],
  ['reindex.html', '/reindex.html'],
  ['media/a photo?#1, 100%.jpg', '/media/a%20photo%3F%231,%20100%25.jpg'],
  ['विश्व/index.html', '/%E0%A4%B5%E0%A4%BF%E0%A4%B6%E0%A5%8D%E0%A4%B5/'],
])('%s is at %s', (file, url) => {
  expect(urlOfFile(file)).toBe(url)
})
