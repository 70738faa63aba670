import { describe, expect, test } from 'vitest'
import { checkOutputs } from '../../src/check/check-outputs.ts'

const problemsOf = (outputs: readonly string[], files: readonly string[] = []) =>
  checkOutputs({
    folder: 'staging',
    pages: outputs.map(output => ({ url: `/${output.replace('index.html', '')}`, output })),
    files,
    elsewhere: ['/shop'],
  })
const found = (outputs: readonly string[], files?: readonly string[]) =>
  problemsOf(outputs, files).map(
    ({ location, code }) => `${location.file}:${location.line}:${location.column} ${code}`,
  )

test('pages and files, each at its own place, are let through', () => {
  const outputs = ['index.html', 'world/index.html', 'wörter/index.html', 'a..b/index.html', 'rss.xml']
  expect(found(outputs, ['favicon.svg', 'media/2024/..hidden.png'])).toEqual([])
})

describe('two at one place', () => {
  test.each([
    ['the same twice', 'world/index.html', 'world/index.html'],
    ['that differ in letter case alone', 'World/index.html', 'world/index.html'],
    ['that differ in letter case of other scripts', 'ÉTÉ/index.html', 'été/index.html'],
    ['composed and decomposed letters', 'caf\u00e9/index.html', 'cafe\u0301/index.html'],
    ['both at once', 'CAFE\u0301/index.html', 'caf\u00e9/index.html'],
  ])('%s', (_, one, other) => {
    expect(found([one, other])).toEqual([`staging/${other}:1:1 output-taken`])
  })

  test('a page and a file', () => {
    expect(found(['logo.svg'], ['LOGO.svg'])).toEqual(['staging/LOGO.svg:1:1 output-taken'])
  })

  test('the message names both', () => {
    expect(problemsOf(['World/index.html', 'world/index.html'])[0]?.message).toBe(
      '/world/ and /World/ would be written to the same file',
    )
  })
})

describe('outside the published folder', () => {
  test.each([
    '../secret/index.html',
    'world/../../index.html',
    '/etc/index.html',
    'world//index.html',
    'world\\..\\index.html',
  ])('%s', output => expect(found([output])).toEqual([`staging/${output}:1:1 output-outside`]))
})

test('a page where something else answers is a problem', () => {
  expect(found(['shop/index.html', 'shop', 'shop/old/page.html', 'shopping/index.html'])).toEqual([
    'staging/shop/index.html:1:1 elsewhere-taken',
    'staging/shop:1:1 elsewhere-taken',
    'staging/shop/old/page.html:1:1 elsewhere-taken',
  ])
})
