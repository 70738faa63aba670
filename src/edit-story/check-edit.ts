// What a story's file would say after an edit, checked as a build checks it.

import { printProblems } from '../domain/print-problems.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { Story } from '../domain/story.ts'
import { editField, type FieldEdit } from './edit-field.ts'
import { insertEntry } from './insert-entry.ts'
import { type EditedStory, type Refusal, refuse, type StoryEdit } from './story-edit.ts'

export type CheckText = (
  raw: string,
  file: string,
  newSlug?: string,
) => Result<CheckedText, readonly Problem[]>

type CheckedText = { readonly story: Story; readonly warnings: readonly Problem[] }

export type NewText = {
  readonly raw: string
  readonly story: Story
  /** Those that the edit brings. */
  readonly warnings: readonly Problem[]
}

type Edited = EditedStory & {
  /** As it stands on the disk. */
  readonly raw: string
  readonly warnings: readonly Problem[]
  /** Where it stands afterwards. */
  readonly target: string
}

export const checkEdit = (edited: Edited, edit: StoryEdit, check: CheckText): Result<NewText, Refusal> => {
  const { raw, story, target } = edited
  const written = editFields(raw, edit.fields)
  if (!written.ok) return refuse(`${story.file}: ${written.fault}`)
  const known = story.entries.map(({ at }) => at)
  const text = edit.entry ? insertEntry(written.value, edit.entry, known) : written.value
  const checked = check(text, target, edit.newSlug)
  if (!checked.ok)
    return refuse(
      `${printProblems(checked.fault.filter(isError))}\n\nNothing was written: the story would not be valid, as shown above.`,
    )
  if (edit.entry && checked.value.story.entries.length !== known.length + 1)
    return refuse(
      `${story.file}: nothing below its last line is read as an entry; add it by hand, in lines of its own`,
    )
  const before = new Set(edited.warnings.map(({ code, message }) => `${code} ${message}`))
  const warnings = checked.value.warnings.filter(({ code, message }) => !before.has(`${code} ${message}`))
  return success({ raw: text, story: checked.value.story, warnings })
}

/** One after the other. */
export const editFields = (raw: string, edits: readonly FieldEdit[]): Result<string, string> =>
  edits.reduce<Result<string, string>>(
    (text, edit) => (text.ok ? editField(text.value, edit) : text),
    success(raw),
  )

/** Whether it can be edited at all: what is wrong already is not to be mended blindly. */
export const checkBefore = (raw: string, file: string, check: CheckText): Result<CheckedText, Refusal> => {
  const checked = check(raw, file)
  if (checked.ok) return checked
  return failure({
    kind: 'site',
    message: `${printProblems(checked.fault.filter(isError))}\n\nNothing was written: correct this first.`,
  })
}
