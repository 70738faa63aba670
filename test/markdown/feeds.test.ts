import { expect, test } from 'vitest'
import { render, tagsOf } from '../rig/markdown.ts'

const everything = `[Zeit]{lang=de} and a note.[^1]

::: keypoints
- One
:::

## A subhead

::: facts Title
x
:::

::: timeline
- 2024-10-24: x
:::

::: pullquote
x
:::

::: entry 2024-10-24T09:00:00+05:30 Headline
x
:::

https://youtu.be/abc

Table: Caption

| a | b |
|---|---|
| c | d |

[^1]: x
`

test('in a feed nothing has an id, a class, or a place only pages have', () => {
  const tags = tagsOf(render(everything, { base: 'https://bulletin.example' }))
  for (const { attributes } of tags)
    expect(attributes).not.toMatch(/ (?:id|class|role|tabindex|aria-\w+)=|href="[#/]/)
})

test('on a page no id stands twice', () => {
  const ids = tagsOf(render(everything)).flatMap(
    ({ attributes }) => / id="([^"]*)"/.exec(attributes)?.[1] ?? [],
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(5)
})
