import { describe, expect, test } from 'vitest'
import { siteData, stringsIn } from '../../rig/site-data.ts'
import { newsroomOf, problemsOf } from '../../rig/small-newsroom.ts'

const siteIn = (language: string) => ({
  '_data/site.yaml': siteData['_data/site.yaml'].replace('en-IN', language),
})

describe('the words of the pages', () => {
  test.each(['en-GB', 'hi-IN', 'mr', 'ar-EG', 'es', 'de-AT', 'fr-CA', 'pt-BR'])(
    'are all there in %s',
    language => {
      const [name = ''] = language.split('-')
      const files = { ...siteIn(language), [`_data/strings/${name}.yaml`]: stringsIn(name) }
      expect(problemsOf(files)).toEqual([])
      expect(newsroomOf(files).newsroom.strings.olderStory.length).toBeGreaterThan(3)
    },
  )

  test.each(['de', 'fr', 'pt', 'es'])('are words of that language: none was left in English in %s', name => {
    const sentencesOf = (language: string) =>
      stringsIn(language)
        .split('\n')
        .filter(line => /^\w+: .*\w \w/.test(line))
    const english = new Set(sentencesOf('en'))
    expect(sentencesOf(name).length).toBeGreaterThan(50)
    expect(sentencesOf(name).filter(line => english.has(line))).toEqual([])
  })

  test('of a region come before those of its language', () => {
    const scottish = stringsIn('en').replace('Older story', 'The next ane')
    const files = { ...siteIn('en-GB'), '_data/strings/en-GB.yaml': scottish }
    expect(newsroomOf(files).newsroom.strings.olderStory).toBe('The next ane')
  })

  test('may be more than the pages of Dateline need', () => {
    const more = `${stringsIn('en')}weather: Weather\n`
    expect(newsroomOf({ '_data/strings/en.yaml': more }).newsroom.strings).toMatchObject({
      weather: 'Weather',
    })
  })

  test('must be there for the language of the site', () => {
    expect(problemsOf(siteIn('hi-IN'))).toMatchObject([
      {
        code: 'strings-missing',
        message: "there is no file of texts in the site's language, hi-IN",
        hint: 'copy another file of _data/strings/ to _data/strings/hi.yaml and translate it',
      },
    ])
  })

  const changed = (from: string, to: string) =>
    problemsOf({ '_data/strings/en.yaml': stringsIn('en').replace(from, to) })

  test.each([
    ['olderStory: Older story\n', '', 'field-missing', 'olderStory'],
    ['olderStory: Older story\n', 'olderStory: ""\n', 'string-empty', 'olderStory'],
    ['by: By {authors}', 'by: By', 'string-place-missing', '{authors}'],
    ['by: By {authors}', 'by: By {author} {authors}', 'string-place-unknown', '{author}'],
    ['one: "{count} story", ', '', 'field-missing', 'stories.one'],
  ])('are refused when %j reads %j', (from, to, code, words) => {
    const problems = changed(from, to)
    expect(problems).toMatchObject([{ code, location: { file: '_data/strings/en.yaml' } }])
    expect(problems[0]?.message).toContain(words)
  })

  test('need each of the forms that the language has for numbers', () => {
    const arabic = stringsIn('ar').replace(/^ {2}few: "\{count\} أخبار"\n/m, '')
    const files = { ...siteIn('ar'), '_data/strings/ar.yaml': arabic }
    expect(problemsOf(files)).toMatchObject([{ code: 'field-missing' }])
  })
})
