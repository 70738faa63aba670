import { expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

test.each([
  ['**Breaking.**The port is shut.\n', '7:1', '**Breaking.**'],
  ['The port**(of Velikara)** is shut.\n', '7:9', '**(of Velikara)**'],
  ['> a\n> **“Shut”**said\n', '8:3', '**“Shut”**'],
  ['It rained for **three **days.\n', '7:15', '**three **'],
  ['It is ** bold ** here.\n', '7:7', '** bold **'],
  ['It is ** bold** here.\n', '7:7', '** bold**'],
  ['It is **\u00a0bold\u00a0** here.\n', '7:7', '**\u00a0bold\u00a0**'],
  ['It was **never closed\nat all.\n', '7:8', '**never'],
  ['The __under __score.\n', '7:5', '__under __'],
  ['The *Titanic *sank.\n', '7:5', '*Titanic *'],
  ['> a\n> It rained **three **days.\n', '8:13', '**three **'],
  ['| a | b |\n|---|---|\n| **x **y | z |\n', '9:3', '**x **'],
])('asterisks that readers would see are a warning: %j', (body, at, words) => {
  expect(faultsOf(body)).toEqual([{ code: 'emphasis-unread', at, words }])
})

test.each([
  '**Breaking.** The port is shut.\n',
  '**「港は開いた」**と港長は語った。\n',
  '(**a**) “**b**”, **c**. **d.**\n',
  '\\*\\*Breaking.\\*\\*The\n',
  '`**Breaking.**The`\n',
  '5 * 3 * 2, 2**3, a ** b\n',
  'A price* and more*.\n\n*Excluding tax. *Or not.\n',
  'A price**, and more.\n\n**Excluding tax\n',
  '* * *\n\n***\n\n___\n',
  'Name: ____________\n',
  '`snake__case` and `__init `, `**x **y`\n',
  'snake__case, __bold__ and **a** and *b* and *c*\n',
  '**a *b* c** and ***d***\n',
  '\\*\\*three \\*\\*days\n',
  '**bold\nover lines**\n',
  'A price**, and more. ** without tax\n',
  '2**3\n\nf(**a)b\n',
])('sound: %j', body => expect(faultsOf(body).map(({ code }) => code)).not.toContain('emphasis-unread'))
