// Files that stand where they do no good: a story outside content/stories would be published whatever its embargo.

import { locationOfFile, type Problem } from '../../domain/problem.ts'
import { isPlainPage } from '../../domain/site-paths.ts'
import { parseYaml } from '../../read/parse-yaml.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { splitFrontMatter } from '../../read/split-front-matter.ts'

/** Fields that only a story has. */
const storyFields = ['section', 'embargo', 'draft', 'withdrawn', 'urgency', 'dateline', 'corrections']

export const findMisplacedFiles = ({ otherMarkdown, ignored }: NewsroomFiles): readonly Problem[] => [
  ...otherMarkdown.flatMap(misplacedStory),
  ...ignored.map(
    (file): Problem => ({
      code: 'file-ignored',
      severity: 'warning',
      message: 'this file is neither a story nor a file that a story can show, so Dateline ignores it',
      hint: /\.(?:md|markdown|mdown)\b/i.test(file)
        ? 'let its name end in .md if it is a story'
        : 'move it out of content/stories/',
      location: locationOfFile(file),
    }),
  ),
]

const misplacedStory = (source: SourceFile): readonly Problem[] => {
  const front = splitFrontMatter(source.text)
  const yaml = front && parseYaml({ ...source, start: front.yamlStart, yaml: front.yaml })
  if (!yaml) return []
  if (!yaml.ok) return [yaml.fault]
  const fields = Object.keys(yaml.value.value ?? {})
  const sign = fields.find(field => storyFields.includes(field))
  if (sign !== undefined) {
    return [
      {
        code: 'story-misplaced',
        severity: 'error',
        message: `the field “${sign}” belongs to a story, but this file is outside content/stories/: it would be published at once`,
        hint: 'move it to content/stories/yyyy/mm/dd/, or remove the field',
        location: yaml.value.locationOf([sign], 'key'),
      },
    ]
  }
  const isUntitledPage =
    isPlainPage(source.file) && !fields.some(field => ['title', 'layout', 'permalink'].includes(field))
  return isUntitledPage ? [untitled(source.file)] : []
}

const untitled = (file: string): Problem => ({
  code: 'page-untitled',
  severity: 'error',
  message: 'the page has no title',
  hint: 'add a line “title: …” to its front matter',
  location: locationOfFile(file),
})
