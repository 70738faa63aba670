// The vocabulary: words that were given up stay out of the names of the code and out of the texts that people read.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from './rig/site-folder.ts'

/** The word, and what to write instead. */
type Retired = readonly [pattern: RegExp, instead: string]

/** In names, cut into words: "isStoryDue" reads "is story due". */
const retiredInNames: readonly Retired[] = [
  [/\bowed\b/, 'pending'],
  [/\b(?:tells?|telling|told|untold)\b/, 'reported, unreported; or claim'],
  [/\bstock\b/, 'content'],
  [/\bterms\b/, 'viewpoint'],
  [/\bwhole\b/, 'full build, or all'],
  [/\bbeside (?:files?|json)\b|\b(?:files|eleventy) beside\b/, 'eleventyFiles'],
  [/\bheld site\b|\bhold last site\b/, 'site session'],
  [/\bplaces?\b/, 'location, output key, path or anchor'],
  [/\bdesks?\b/, 'index target'],
  [/\btake turn\b/, 'next step'],
  [/\bcrew\b/, 'workers'],
  [/\bkitchen\b/, 'encoder'],
  [/\brecipes?\b/, 'encoding settings'],
  [/\borders\b|\bpicture order\b/, 'picture jobs'],
  [/(?<!third )\b(?:party|parties)\b/, 'recipient'],
  [/\bsides?\b/, 'endpoint'],
  [/(?<!plural |search )\bforms?\b/, 'encodings, standards, syntax or pattern'],
  [/\btongues?\b/, 'language, langAttributes'],
  [/\blooks?$/, 'layout digest'],
  [/\bsigns\b/, 'characters'],
  [/^by which$|\b(?:what|whom|whose)\b/, 'a noun, such as kind, name or cause'],
]

/** In texts: only what ordinary English does not say by chance. */
const retiredInTexts: readonly Retired[] = [
  [/\bstays? owed\b|\b(?:is|are|nothing) owed\b|\bowed to\b/, 'will be retried'],
  [
    /\buntold\b|\b(?:is|are|was|were) told (?:of|to)\b|\btold differently\b/,
    'reported; or: … and … disagree on …',
  ],
  [/\bnobody to tell\b/, 'nothing to announce to'],
  [/\b(?:takes?|taking|took|taken) stock\b/, 'load content'],
  [/\b(?:everything|all) was taken in\b|\btaken in (?:again|anew)\b/, 'full build'],
  [/\bbeside\.json\b/, 'files that a plain Eleventy run wrote'],
  [/\bheld site\b/, 'site session'],
  [/\bcrew\b/, 'workers'],
  [/\bkitchen\b|\brecipes?\b/, 'encoder, encoding settings'],
  [/\bpicture orders?\b/, 'pictures to encode'],
  [/\btongues?\b/, 'language'],
  [/\bclosed to us\b/, 'cannot read it: permission denied'],
  [/\bgone from us\b/, 'is gone'],
  [/(?<!percent )\bsigns\b/, 'characters'],
  [/\bcompressed forms?\b/, 'compressed copies'],
]

/** Invented archives of the bench speak of real places and of what people were told. */
const isInvented = (file: string): boolean => file.startsWith('scripts/bench/archive/')

const below = (folder: string, ending: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith(ending))
      .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter(file => !isInvented(file))
      .map(file => [file, readFileSync(join(projectRoot, file), 'utf8')]),
  )

const sources = new Map([...below('src', '.ts'), ...below('scripts', '.ts'), ...below('_includes', '.njk')])

/** "isStoryDue", "is-story-due" → "is story due" */
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .toLowerCase()

const declarations = [
  /\b(?:const|let|function|type|class) (\w+)/g,
  // Members of types: all of them are readonly.
  /\breadonly (\w+)\??:/g,
  /\bmacro (\w+)\(/g,
]

const namesIn = (file: string, text: string): readonly string[] => [
  basename(file).replace(/\.\w+$/, ''),
  ...declarations.flatMap(pattern => [...text.matchAll(pattern)].map(([, name = '']) => name)),
]

/** The lines of code, which hold all texts; comments may say "whole" and "told" as everybody does. */
const textsIn = (file: string, text: string): readonly string[] =>
  file.endsWith('.ts') ? text.split('\n').filter(line => !/^\s*(?:\/\/|\/?\*)/.test(line)) : []

const hits = (file: string, texts: readonly string[], retired: readonly Retired[]): readonly string[] =>
  texts.flatMap(text =>
    retired.flatMap(([pattern, instead]) => {
      const [word] = pattern.exec(text) ?? []
      return word === undefined ? [] : [`${file}: ${word} → ${instead}`]
    }),
  )

const hitsIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([file, text]) => [
    ...hits(file, namesIn(file, text).map(wordsOf), retiredInNames),
    ...hits(file, textsIn(file, text), retiredInTexts),
  ])

describe('a word that was given up', () => {
  test('is in no name and in no text', () => {
    expect(hitsIn(sources)).toEqual([])
  })

  test.each([
    ['src/plan/take-stock.ts', '', 'stock → content'],
    ['src/plan/a.ts', 'export type Terms = { readonly now: Instant }', 'terms → viewpoint'],
    ['src/plan/a.ts', 'type A = { readonly isOwed?: boolean }', 'owed → pending'],
    ['src/plan/a.ts', 'export const nameOfCrew = () => null', 'crew → workers'],
    ['src/plan/a.ts', "throw new Error('what is refused stays owed')", 'stays owed → will be retried'],
    ['_includes/parts/a.njk', '{% macro tongue(story) %}', 'tongue → language, langAttributes'],
  ])('%s: %s', (file, text, hit) => {
    expect(hitsIn(new Map([[file, text]]))).toEqual([`${file}: ${hit}`])
  })
})

test('ordinary English is not meant', () => {
  const text = [
    '// The whole crew is told what stays owed.',
    "export const message = 'write whole numbers; letter case cannot tell the two apart, see both sides'",
    'export const lookUpPicture = (form: RegExp, place: number) => form',
    "const code = 'story-told-differently'",
    'type A = { readonly isBesideStory: boolean; readonly thirdParty: string }',
  ].join('\n')
  expect(hitsIn(new Map([['src/days-beside.ts', text]]))).toEqual([])
})
