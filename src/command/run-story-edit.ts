// What the commands that edit one story share: the story is found, what is missing is asked for, the difference is shown.

import { printProblems } from '../domain/print-problems.ts'
import { success } from '../domain/result.ts'
import { visibleText } from '../domain/visible-text.ts'
import { planEdit, writeEdit } from '../edit-story/edit-story.ts'
import type { PlanEdit } from '../edit-story/story-edit.ts'
import { type Ask, askingAt } from './ask.ts'
import { readNow } from './read-now.ts'
import type { ExitStatus } from './run-command.ts'
import { showDifference } from './show-difference.ts'

export const storyEditOptions = {
  now: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

export const storyEditHelp = `<story>                     its file, its address, or words that only its headline has
  --dry-run                   show the difference, and write nothing
  --now=<time>                the time of the edit, such as 2024-10-24T09:30:00+05:30 (default: DATELINE_NOW, else the clock)
  --help                      show this text`

/** A flag without which the command cannot do its work. */
type Need = {
  readonly flag: string
  readonly value: string | undefined
  readonly question: string
  /** Of the value. */
  readonly example: string
}

type StoryEditCall = {
  readonly help: string
  /** The story, as it was named. */
  readonly words: readonly string[]
  readonly values: { readonly now?: string; readonly 'dry-run'?: boolean }
  readonly needs?: readonly Need[]
  /** `answers`: to the needs, in their order. */
  readonly plan: (answers: readonly string[]) => PlanEdit
}

export const runStoryEdit = async ({
  help,
  words,
  values,
  needs = [],
  plan,
}: StoryEditCall): Promise<ExitStatus> => {
  const now = readNow(values.now)
  const { word, answers } = await askingAt({ input: process.stdin, output: process.stdout }, ask =>
    complete(words, needs, ask),
  )
  const missing = [
    ...(word === null ? ['the story: its file, its address, or words of its headline'] : []),
    ...needs
      .filter((_need, index) => answers[index] === null)
      .map(({ flag, example }) => `--${flag}, such as --${flag}="${example}"`),
  ]
  if (word === null || missing.length > 0) {
    console.error(`This is missing: ${missing.join('; ')}\n\n${help}`)
    return 2
  }
  return carryOut(word, plan(answers.map(answer => answer ?? '')), now, values['dry-run'] ?? false)
}

/** Whoever does not say which story is asked no more. */
const complete = async (words: readonly string[], needs: readonly Need[], ask: Ask) => {
  const word =
    words.join(' ').trim() || (await ask('Which story? Its file, its address, or words of its headline:'))
  const answers: (string | null)[] = []
  for (const { value, question } of needs)
    answers.push(value?.trim() || (word === null ? null : await ask(question)))
  return { word, answers }
}

const carryOut = (
  word: string,
  plan: PlanEdit,
  now: ReturnType<typeof readNow>,
  isDry: boolean,
): ExitStatus => {
  const root = process.cwd()
  const edit = planEdit(root, word, now, plan)
  if (!edit.ok) {
    console.error(visibleText(edit.fault.message))
    return edit.fault.kind === 'call' ? 2 : 1
  }
  const { files, notes, warnings } = edit.value
  const written = isDry ? success(null) : writeEdit(root, edit.value)
  if (!written.ok) {
    console.error(visibleText(written.fault.message))
    return 1
  }
  for (const file of files) console.log(`${showDifference(file)}\n`)
  if (warnings.length > 0) console.log(`${printProblems(warnings)}\n`)
  for (const note of notes) console.log(visibleText(note))
  if (isDry) console.log('Nothing was written, as this is a dry run.')
  return 0
}

/** A note or a headline is one line of YAML. */
export const inOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ').normalize('NFC')
