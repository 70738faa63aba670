import fc from 'fast-check'
import createMarkdownIt from 'markdown-it'
import { expect, test, vi } from 'vitest'
import { addLinkLabels } from '../../src/markdown/link-labels.ts'

const ours = createMarkdownIt()
addLinkLabels(ours)
const plain = createMarkdownIt()

test('links and pictures are read as they are without it, whatever brackets stand around them', () => {
  const parts = [...'[]\\`<>*a \n', '![', '](b)', '[a]', '[]', '\n\n[a]: /b\n\n']
  const text = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map(words => words.join(''))
  fc.assert(
    fc.property(text, written => ours.render(written) === plain.render(written)),
    { numRuns: 2000 },
  )
})

test('brackets that nothing closes are not looked through', () => {
  const markdown = createMarkdownIt()
  const look = vi.spyOn(markdown.helpers, 'parseLinkLabel')
  addLinkLabels(markdown)
  markdown.render('The [port](/port/) is shut. '.concat('[a ![b '.repeat(100)))
  expect(look).toHaveBeenCalledTimes(1)
})
