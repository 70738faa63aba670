import { expect, it } from 'vitest'
import { exportedData } from '../../../../src/import/sources/program/exported-data.ts'
import { hidingFields } from '../../../../src/import/sources/program/hiding-fields.ts'

const fieldsOf = (program: string) => {
  const part = exportedData(`export default { permalink: ${program} }`).made.get('permalink')
  return part === undefined ? 'not made' : hidingFields(part)
}

it.each([
  ['data => data.draft ? false : data.permalink', ['draft']],
  ['data => { if (data.draft && process.env.X === "y") { return false } return data.permalink }', ['draft']],
  ['function (data) { if (data.a) return false; else if (data.b) return false; return `/x/` }', ['a', 'b']],
  ['({ draft }) => draft ? false : undefined', ['draft']],
  ['data => "/x/" + data.slug + "/"', []],
  ['(data) => this.slugify(data.title)', []],
  ['data => data.published ? data.permalink : false', null],
  ['data => !data.draft && data.permalink', null],
  ['data => { if (!data.draft) return data.permalink; return false }', null],
  ['data => { if (data.draft || data.x) return false }', null],
  ['data => check(data)', null],
  ['makePermalink()', null],
])('what %s could hide is told by fields, or not at all', (program, fields) => {
  expect(fieldsOf(program)).toEqual(fields)
})

it('a program shows the values that stand in it, and which it makes', () => {
  const read = (text: string) => {
    const { values, made, isOpen } = exportedData(text)
    return [Object.fromEntries(values), [...made.keys()], isOpen]
  }
  expect(read('module.exports = { tags: ["a"], "layout": `b`, n: !0, p: f() }')).toEqual([
    { tags: ['a'], layout: 'b', n: true },
    ['p'],
    false,
  ])
  expect(read('export default async function () { return { a: 1 } }')).toEqual([{ a: 1 }, [], false])
  expect(read('const d = { a: 1 }; if (x) d.b = 2; export default d')).toEqual([{ a: 1 }, ['b'], false])
  expect(read('module.exports = { ...require("./x"), a: 1 }')).toEqual([{ a: 1 }, [], true])
  expect(read('module.exports = require("./x")')).toEqual([{}, [], true])
  expect(read('exports.a = 1')).toEqual([{}, [], true])
  expect(read('this is no program')).toEqual([{}, [], true])
  expect(read('console.log(1)')).toEqual([{}, [], false])
})
