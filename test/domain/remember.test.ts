import { expect, test } from 'vitest'
import { remember, rememberFor } from '../../src/domain/remember.ts'

const counting = (limit: number) => {
  const asked: number[] = []
  const answer = remember(limit, (key: number) => {
    asked.push(key)
    return `answer to ${key}`
  })
  return { asked, answer }
}

test('what was asked before is answered without being worked out again', () => {
  const { asked, answer } = counting(10)
  expect([answer(1), answer(2), answer(1)]).toEqual(['answer to 1', 'answer to 2', 'answer to 1'])
  expect(asked).toEqual([1, 2])
})

test('when it holds too much it forgets all, and still answers rightly', () => {
  const { asked, answer } = counting(3)
  for (const key of [1, 2, 3, 4, 4, 1]) expect(answer(key)).toBe(`answer to ${key}`)
  expect(asked).toEqual([1, 2, 3, 4, 1])
})

test('of each object there is one answer, also when it is null', () => {
  let asked = 0
  const answer = rememberFor(({ name }: { readonly name: string | null }) => {
    asked += 1
    return name
  })
  const [one, other] = [{ name: 'a' }, { name: null }]
  expect([answer(one), answer(other), answer(one), answer(other)]).toEqual(['a', null, 'a', null])
  expect(asked).toBe(2)
  expect(answer({ name: 'a' })).toBe('a')
  expect(asked).toBe(3)
})

test('a question that fails is asked again', () => {
  const answer = remember(10, (key: string) => {
    throw new Error(`no ${key}`)
  })
  expect(() => answer('Atlantis')).toThrow('no Atlantis')
  expect(() => answer('Atlantis')).toThrow('no Atlantis')
})
