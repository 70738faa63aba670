import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../../src/domain/instant.ts'
import { openArchive } from '../../../../src/import/sources/archive.ts'
import { exportIn } from '../../../../src/import/sources/wordpress/read-export.ts'
import { uploadsOf } from '../../../../src/import/sources/wordpress/uploads.ts'
import { twoFolders } from '../../archive-on-disk.ts'
import { attachment, wxr } from '../../wordpress-export.ts'

const open = () => {
  const { from } = twoFolders({
    'old.xml': wxr([
      attachment(1, 'x.jpg', { attachment_url: 'https://cdn.old.example/wp-content/uploads/x.jpg' }),
    ]),
    'wp-content/uploads/2019/06/pier.jpg': 'a',
    'wp-content/uploads/2019/06/pier-300x200.jpg': 'a',
    'wp-content/uploads/2019/06/only-150x150.png': 'a',
    'wp-content/uploads/2019/06/big-scaled.jpg': 'a',
    'wp-content/uploads/2019/06/bücher 1.jpg': 'a',
  })
  const archive = openArchive(from, null, null, 0 as Instant)
  return uploadsOf(archive, exportIn(archive))
}

describe('a file of the library', () => {
  it('is found by every address that it had, as it was uploaded', () => {
    const { find } = open()
    const found = (url: string) => find(url)?.replace('/wp-content/uploads/2019/06/', '') ?? null
    for (const [url, file] of [
      ['https://old.example/wp-content/uploads/2019/06/pier.jpg', 'pier.jpg'],
      ['http://www.old.example/wp-content/uploads/2019/06/pier-300x200.jpg?w=2#x', 'pier.jpg'],
      ['//old.example/wp-content/uploads/2019/06/pier-1024x768.jpg', 'pier.jpg'],
      ['/wp-content/uploads/2019/06/pier.jpg', 'pier.jpg'],
      ['https://i0.wp.com/old.example/wp-content/uploads/2019/06/pier.jpg?resize=300', 'pier.jpg'],
      ['https://old.files.wordpress.com/2019/06/pier.jpg?w=300', 'pier.jpg'],
      ['https://cdn.old.example/wp-content/uploads/2019/06/pier.jpg', 'pier.jpg'],
      ['https://old.example/wp-content/uploads/sites/3/2019/06/pier.jpg', 'pier.jpg'],
      ['https://old.example/files/2019/06/pier.jpg', 'pier.jpg'],
      ['https://old.example/wp-content/uploads/2019/06/only-150x150.png', 'only-150x150.png'],
      ['https://old.example/wp-content/uploads/2019/06/big-300x200.jpg', 'big-scaled.jpg'],
      ['https://old.example/wp-content/uploads/2019/06/b%C3%BCcher%201.jpg', 'b%C3%BCcher%201.jpg'],
      ['https://other.example/wp-content/uploads/2019/06/pier.jpg', null],
      ['https://old.example/wp-content/uploads/2019/06/../06/pier.jpg', null],
      ['https://old.example/wp-content/uploads/2019/06/gone.jpg', null],
      ['', null],
    ] as const)
      expect(found(url), url).toBe(file)
  })
})
