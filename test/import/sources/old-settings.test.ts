import { describe, expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'

const post = (fields: string) => `---\ntitle: Über the Pier!\n${fields}---\n${sentence}\n`

describe('the configuration of a Jekyll site', () => {
  const archive = {
    '_config.yml': 'timezone: America/New_York\npermalink: pretty\n',
    '_posts/2018-02-03-pier.md': post('date: 2018-02-03 09:00\ncategories: world news\n'),
  }

  it('names the zone of dates without an offset, and is not passed over', () => {
    const { stories, report } = importFiles(archive)
    expect(stories['2018/02/03/pier.md']).toContain('date: 2018-02-03T09:00:00-05:00\n')
    expect(report.zone).toBe('America/New_York')
    expect(report.remarks).toEqual([
      'Read _config.yml: times that name no zone are in America/New_York (to use another zone, add --zone); old addresses follow pretty',
    ])
    expect(report.files.map(entry => entry.file)).toEqual(['_posts/2018-02-03-pier.md'])
  })

  it('does not outweigh what was stated', () => {
    const { stories, report } = importFiles(archive, { isZoneStated: true, pattern: '/:title/' })
    expect(stories['2018/02/03/pier.md']).toContain('date: 2018-02-03T09:00:00+01:00\n')
    expect(stories['2018/02/03/pier.md']).toContain('aliases:\n  - /pier/\n')
    expect(report.remarks).toEqual(['Read _config.yml: nothing in it is needed'])
  })

  it('is not believed when it names no zone; unread, it is passed over', () => {
    const { report } = importFiles({ ...archive, '_config.yml': 'timezone: Berlin\n' })
    expect(report.remarks[0]).toBe(
      'Read _config.yml: old addresses follow date, the default of Jekyll; its time zone Berlin does not exist and is not used',
    )
    const unread = importFiles({ ...archive, '_config.yml': '{ a: [' })
    expect(unread.report.files[0]).toMatchObject({ file: '_config.yml', status: 'skipped' })
    expect(unread.report.files[1]?.draftReason).toBe(
      '_config.yml cannot be read, so that nobody knows whether the old site showed it',
    )
  })

  it('separates categories in a text by spaces', () => {
    const { stories } = importFiles(archive)
    expect(stories['2018/02/03/pier.md']).toContain('section: world\n')
    expect(stories['2018/02/03/pier.md']).toContain('aliases:\n  - /world/news/2018/02/03/pier/\n')
    const single = { '_posts/2018-02-03-pier.md': post('category: world news\n') }
    const dated = { ...single, '_config.yml': 'permalink: date\n' }
    expect(importFiles(dated).stories['2018/02/03/pier.md']).toContain(
      '- /world%20news/2018/02/03/pier.html\n',
    )
    const second = { ...archive, '_posts/2018-02-03-pier.md': post('categories: odd sport\n') }
    expect(importFiles(second).stories['2018/02/03/pier.md']).toContain('section: sport\n')
  })
})

describe('the configuration of a Hugo site', () => {
  const posts = {
    'content/posts/2018-02-03-pier.md': post('date: 2018-02-03T09:00:00\n'),
    'content/notes/gull.md': post('date: 2018-02-04T09:00:00\nslug: the-gull\n'),
    'content/world/boat.md': post('date: 2018-02-05T09:00:00\n'),
  }

  it.each([
    ['hugo.toml', '[permalinks]'],
    ['config.toml', '[permalinks.page]'],
    ['config/_default/hugo.toml', '[permalinks]'],
  ])('names the zone and the addresses of sections: %s', (file, head) => {
    const config = `timeZone = "Asia/Kolkata"\n${head}\nposts = "/:year/:month/:title/"\nnotes = "/:section/:slug/:filename/"\n`
    const { stories, report } = importFiles({ ...posts, [file]: config })
    expect(stories['2018/02/03/pier.md']).toContain('date: 2018-02-03T09:00:00+05:30\n')
    expect(stories['2018/02/03/pier.md']).toContain('aliases:\n  - /2018/02/über-the-pier/\nimported:')
    expect(stories['2018/02/04/the-gull.md']).toContain('aliases:\n  - /notes/the-gull/gull/\nimported:')
    expect(stories['2018/02/05/boat.md']).toContain('aliases:\n  - /world/boat/\nimported:')
    expect(report.source).toBe('a Hugo site')
    expect(report.remarks).toContain(
      `Read ${file}: times that name no zone are in Asia/Kolkata (to use another zone, add --zone); old addresses in posts follow /:year/:month/:title/; old addresses in notes follow /:section/:slug/:filename/`,
    )
    expect(report.files.map(entry => entry.file)).not.toContain(file)
  })

  it('leads links along these addresses', () => {
    const { stories } = importFiles({
      'hugo.toml': '[permalinks]\nposts = "/:year/:title/"\n',
      ...posts,
      'content/world/boat.md': `${post('date: 2018-02-05\n')}[a](/2018/%C3%BCber-the-pier/)`,
    })
    expect(stories['2018/02/05/boat.md']).toContain('[a](/world/2018/02/03/pier/)')
  })
})
