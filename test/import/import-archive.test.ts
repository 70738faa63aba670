import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles, importFolder, sentence, twoFolders } from './archive-on-disk.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

describe('a Hugo archive', () => {
  const archive = {
    'hugo.toml': 'title = "Old"\n',
    'content/_index.md': '---\ntitle: Front\n---\n',
    'content/sports/cup-final.md': `+++
title = "Cup final"
date = 2024-03-31T02:30:00
lastmod = 2024-04-01T10:00:00+02:00
description = "${sentence}"
tags = ["Coastal League", "Fußball"]
aliases = ["/cup/"]
[params]
author = "Asha Rao"
+++
# Cup final

See {{< relref "ferry.md" >}} or [the ferry]({{< ref "/world/ferry.md" >}}).

{{< youtube abcdefghijk >}}

{{< figure src="pier.svg" alt="The pier" caption="At dawn" >}}

{{</* youtube */>}} stays.
`,
    'content/world/ferry.md': `{
  "title": "Ferry sails",
  "date": "2024-03-30",
  "url": "/boats/ferry/"
}
${sentence} [Cup](../sports/cup-final.md)
`,
    'content/sports/pier.svg': svg,
  }

  it('becomes stories with dates, sections, links and pictures', () => {
    const { stories, notesOf, report } = importFiles(archive)
    expect(Object.keys(stories)).toEqual(['2024/03/30/ferry.md', '2024/03/31/cup-final.md'])
    expect(stories['2024/03/31/cup-final.md']).toBe(`---
title: Cup final
date: 2024-03-31T03:30:00+02:00
summary: ${sentence}
section: sport
authors:
  - asha-rao
tags:
  - coastal-league
  - fussball
updated: 2024-04-01T10:00:00+02:00
aliases:
  - /cup/
  - /sports/cup-final/
imported:
  from: content/sports/cup-final.md
---
See /world/2024/03/30/ferry/ or [the ferry](/world/2024/03/30/ferry/).

https://www.youtube.com/watch?v=abcdefghijk

![The pier](pier.svg "At dawn")

{{< youtube >}} stays.
`)
    expect(stories['2024/03/30/ferry.md']).toContain('aliases:\n  - /boats/ferry/\n')
    expect(stories['2024/03/30/ferry.md']).toContain('[Cup](/sport/2024/03/31/cup-final/)')
    expect(notesOf('content/sports/cup-final.md')).toContain(
      'Used the time an hour later, as the clocks went forward over it: 2024-03-31 02:30:00',
    )
    expect(notesOf('content/world/ferry.md')).toContain('Used noon, as the date has no time of day')
    expect(report.source).toBe('a Hugo site')
  })

  it('brings its pictures along, beside the story', () => {
    const { from, to } = twoFolders(archive)
    importFolder(from, to)
    expect(readFileSync(join(to, 'content/stories/2024/03/31/pier.svg'), 'utf8')).toBe(svg)
  })
})

describe('a Jekyll archive', () => {
  it('keeps its old addresses and its liquid, where that is plain', () => {
    const { stories, notesOf, report } = importFiles({
      '_config.yml': 'permalink: /:year/:month/:title/\n',
      '_layouts/post.html': '---\n---\n{{ content }}',
      '_posts/2023-11-05-clocks-go-back.md': `---
title: Clocks: back again
date: 2023-11-05 09:00:00 -0500
category: tech
author: jdoe
layout: post
redirect_from: [/old/clocks, /?p=12]
tags: dst clocks
---
${sentence} {{ page.title }} [Boats]({{ site.baseurl }}{% post_url 2023-11-06-boats %})
and [about]({{ "/about/" | relative_url }}). {% unknown thing %}

{% highlight ruby %}
puts "{{ x }}"
{% endhighlight %}
{% comment %}never seen{% endcomment %}
`,
      '_posts/2023-11-06-boats.md': `---\ntitle: Boats\npublished: false\n---\n${sentence}\n`,
      '_data/authors.yml': 'jdoe: { name: Jane Doe }\n',
    })
    expect(stories['2023/11/05/clocks-go-back.md']).toBe(`---
title: 'Clocks: back again'
date: 2023-11-05T15:00:00+01:00
summary: '${sentence} Clocks: back again Boats and about.'
section: technology
authors:
  - Jane Doe
tags:
  - dst
  - clocks
aliases:
  - /old/clocks/
  - /2023/11/clocks-go-back/
imported:
  from: _posts/2023-11-05-clocks-go-back.md
  nowhere:
    - /about/
---
${sentence} Clocks: back again Boats
and [about](/about/). {% unknown thing %}

\`\`\`ruby
puts "{{ x }}"
\`\`\`

`)
    expect(stories['2023/11/06/boats.md']).toContain('draft: true')
    const notes = notesOf('_posts/2023-11-05-clocks-go-back.md')
    expect(notes).toContain(
      'Kept a template tag as text, as its meaning is unknown; replace it by hand: {% unknown thing %}',
    )
    expect(notes).toContain('Read a malformed front matter field as plain text: title')
    expect(report.remarks).toContain(
      'Added 1 row to _data/redirects.yaml: old addresses that no story has as its own',
    )
    expect(notes).toContain('Dropped the field layout, which the import does not use')
    expect(notes).toContain('Kept a link that leads nowhere, as its page was not imported: /about/')
    expect(report.source).toBe('a Jekyll site')
  })
})

describe('an Eleventy archive', () => {
  it('learns the form of its old addresses from its own links', () => {
    const { stories, report } = importFiles({
      'content/posts/posts.11tydata.js': 'throw new Error("an import runs no code")',
      'content/posts/2020-01-02-one.md': `---\ntitle: One\n---\n${sentence} [Two]({{ "/2020/01/03/two/" | url }})\n`,
      'content/posts/2020-01-03-two.md': `---\ntitle: Two\n---\n${sentence} [One](/2020/01/02/one/#top)\n`,
    })
    expect(stories['2020/01/02/one.md']).toContain('aliases:\n  - /2020/01/02/one/\n')
    expect(stories['2020/01/02/one.md']).toContain('[Two](/world/2020/01/03/two/)')
    expect(stories['2020/01/03/two.md']).toContain('[One](/world/2020/01/02/one/)')
    expect(report.remarks.join()).toContain('as 2 links in the archive lead there')
    const data = report.files.find(entry => entry.file.endsWith('11tydata.js'))
    expect(data).toMatchObject({ status: 'skipped', reason: expect.stringContaining('runs no code') })
  })
})

describe('nothing is lost in silence', () => {
  it('says of each file why it was not taken', () => {
    const { refusals, stories, report } = importFiles({
      'empty.md': '',
      'latin1.md': new Uint8Array([0x23, 0x20, 0xe9, 0x0a]),
      'binary.md': new Uint8Array([0x23, 0x00, 0x01]),
      'no-date.md': `---\ntitle: Undated\n---\n${sentence}`,
      'impossible.md': `---\ntitle: Never\ndate: 2023-02-30\n---\n${sentence}`,
      'unclear.md': `---\ntitle: When\ndate: 3 listopada 2023\n---\n${sentence}`,
      'open.md': '---\ntitle: Open\ndate: 2023-01-01\n',
      'code.md': '---js\n{ title: process.exit(1) }\n---\n',
      '2023-01-01-short.md': '---\ntitle: Short\n---\nHi.\n',
      'page.html': '<p>Just a page</p>',
      'pier.jpg': 'not shown by any story',
    })
    expect(refusals).toEqual({
      'empty.md': 'it is empty',
      'latin1.md': 'it is not UTF-8 text; save the file in UTF-8',
      'binary.md': 'it is a binary file',
      'no-date.md': 'it has no date in its front matter or its name; add a line such as date: 2019-05-04',
      'impossible.md': 'its date is impossible: there is no 30 February 2023; February 2023 ends on the 28th',
      'unclear.md':
        'its date cannot be read: “listopada” is another month in another language; write it as yyyy-mm-dd',
      'open.md': 'its front matter is never closed; add a line --- below its last field',
      'code.md': 'its front matter is a program, and the import runs no code; write it as YAML',
      'page.html': 'it is an HTML page without front matter',
    })
    expect(report.files).toHaveLength(11)
    expect(stories['2023/01/01/short.md']).toContain('summary: Short. Hi.\n')
  })

  it('never writes over a story, and knows its own on a second run', () => {
    const { from, to } = twoFolders({ '2023-01-01-ferry.md': `---\ntitle: Ferry\n---\n${sentence}\n` })
    expect(importFolder(from, to).report.files[0]?.status).toBe('imported')
    expect(importFolder(from, to).report.files[0]?.status).toBe('present')
    const path = join(to, 'content/stories/2023/01/01/ferry.md')
    writeFileSync(path, 'an editor was here')
    expect(importFolder(from, to).report.files[0]).toMatchObject({
      status: 'kept',
      story: 'content/stories/2023/01/01/ferry.md',
    })
    expect(readFileSync(path, 'utf8')).toBe('an editor was here')
  })

  it('writes nothing when it is only asked what it would do', () => {
    const { from, to } = twoFolders({ '2023-01-01-ferry.md': `---\ntitle: Ferry\n---\n${sentence}\n` })
    expect(importFolder(from, to, { isDryRun: true }).report.files[0]?.status).toBe('imported')
    expect(existsSync(join(to, 'content'))).toBe(false)
    expect(existsSync(join(to, 'import-report.md'))).toBe(false)
  })

  it('numbers two stories of one name and day, and gives an old address to one only', () => {
    const { stories, notesOf } = importFiles({
      'a/2023-01-01-ferry.md': `---\ntitle: A\nredirect_from: [/x/, /sport/, /2023/01/01/, ../up/]\n---\n${sentence}\n`,
      'b/2023-01-01-ferry.md': `---\ntitle: B\nredirect_from: /X/\n---\n${sentence}\n`,
    })
    expect(Object.keys(stories)).toEqual(['2023/01/01/ferry-2.md', '2023/01/01/ferry.md'])
    expect(notesOf('b/2023-01-01-ferry.md')).toContain(
      'Dropped an old address that belongs to another page: /X/',
    )
  })

  it('shows only pictures of the archive, whatever path is written', () => {
    const { from, to } = twoFolders({
      '2023-01-01-ferry.md': `---\ntitle: Ferry\nimage: /../secret.svg\nimage_alt: A\nimage_credit: B\n---\n${sentence}\n\n![Out](../secret.svg)\n`,
    })
    writeFileSync(join(from, '..', 'secret.svg'), svg)
    mkdirSync(join(from, 'empty'))
    const { stories } = importFolder(from, to)
    expect(stories['2023/01/01/ferry.md']).toMatch(/\n\*Out\*\n$/)
    expect(stories['2023/01/01/ferry.md']).not.toContain('image:')
  })

  it('names a picture by what it is, and shows no drawing that runs code', () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAMAAACa2r5xAAAAA1BMVEXIWihNJ+cGAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVR42mNgwA0AABwAAcdGaXkAAAAASUVORK5CYII=',
      'base64',
    )
    const { stories, notesOf } = importFiles({
      'ferry.jpeg': png,
      'map.svg': svg.replace('></svg>', ' onload="x()"></svg>'),
      '2023-01-01-ferry.md': `---\ntitle: Ferry\n---\n${sentence}\n\n![The ferry](ferry.jpeg)\n\n![A map](map.svg)\n`,
    })
    expect(stories['2023/01/01/ferry.md']).toMatch(/\n!\[The ferry\]\(ferry\.png\)\n\n\*A map\*\n$/)
    expect(notesOf('2023-01-01-ferry.md')).toContain(
      'Replaced a picture with its alt text: pages cannot show its file: map.svg: a drawing that could run code or ask elsewhere; export it as plain SVG, or as PNG',
    )
  })

  it('takes the lead picture when it has a file, an alt text and a credit', () => {
    const { stories } = importFiles({
      'static/img/The Pier.svg': svg,
      '2023-01-01-ferry.md': `---\ntitle: Ferry\ncover:\n  image: /img/The Pier.svg\n  alt: The pier\n  credit: A. Rao\n---\n${sentence}\n`,
    })
    expect(stories['2023/01/01/ferry.md']).toContain(
      'image:\n  src: the-pier.svg\n  alt: The pier\n  credit: A. Rao\n',
    )
  })

  const lead = (front: string) => {
    const { stories, notesOf } = importFiles({
      'static/img/pier.svg': svg,
      '2023-01-01-ferry.md': `---\ntitle: Ferry sails\n${front}---\n${sentence}\n`,
    })
    return { text: stories['2023/01/01/ferry.md'], notes: notesOf('2023-01-01-ferry.md') }
  }

  it('takes the lead picture that nothing is said of, and marks it for the editor', () => {
    const { text, notes } = lead('image: /img/pier.svg\n')
    expect(text).toContain('image:\n  src: pier.svg\n  alt: Ferry sails\n  credit: ')
    expect(text).toContain('\n  check:\n    - image\n')
    expect(notes.filter(note => note.includes('imported.check'))).toHaveLength(2)
  })

  it.each([
    ['image: /img/pier.svg\nlegal: City Hall\nimage_alt: A pier\n', 'A pier', 'City Hall'],
    ['image: /img/pier.svg\nalt: A pier\ncaption: "At dawn. (Photo: Li Wei)"\n', 'A pier', 'Li Wei'],
    ['image: {src: /img/pier.svg, attr: Li Wei, caption: At dawn, alt: A pier}\n', 'A pier', 'Li Wei'],
  ])('takes the credit of a lead picture where it stands: %s', (front, alt, credit) => {
    const { text } = lead(front)
    expect(text).toContain(`  alt: ${alt}\n  credit: ${credit}\n`)
    expect(text).not.toContain('check:')
  })
})
