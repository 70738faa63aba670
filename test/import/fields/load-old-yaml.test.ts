import { describe, expect, it } from 'vitest'
import { loadOldYaml } from '../../../src/import/fields/load-old-yaml.ts'

const read = (text: string) => loadOldYaml(text, { json: true, maxAliases: 10 })

describe('YAML of old generators', () => {
  it('may close its brackets at the beginning of a line', () => {
    expect(
      read(
        'include: [\n  "_pages",\n  ".well-known"\n]\nexclude: [\nlib,\nci\n]\ndeep:\n  in: {\n  a: 1\n}\n',
      ),
    ).toEqual({
      include: ['_pages', '.well-known'],
      exclude: ['lib', 'ci'],
      deep: { in: { a: 1 } },
    })
  })

  it('may go on with a text in quotes at the beginning of a line', () => {
    expect(read('title: "Ferry\nsails"\ntags: [a]\n')).toEqual({ title: 'Ferry sails', tags: ['a'] })
  })

  it('is refused where it is none', () => {
    expect(() => read('tags: [\na,\n')).toThrow()
    expect(() => read('a: b: c\n')).toThrow('mapping')
  })
})
