// A page of docs/how-to/ is played: what it says is typed, and what it says is printed, is compared with what is.

import { type Clock, type Clones, clonesOf } from './clones.ts'
import { siteData, storyText } from './site-data.ts'

/**
 * Stage directions are comments, which nobody sees on the page. `at 10:20`, or `at 1 December 00:10`: the clock. `in reporter`:
 * in whose clone the next commands are typed. `write <file>`: the next block is its text. `replace <file> | <old> | <new>`.
 * `remove <path>`. `git <flags>`: behind the scene; `git conflict`: a push that meets one. `readers <address> | <words>` and `no readers …`: what the published pages
 * say. `console` blocks hold commands and what they print; a line … stands for any lines.
 */
type Step =
  | { readonly kind: 'direction'; readonly words: string }
  | { readonly kind: 'block'; readonly language: string; readonly text: string; readonly index: number }

const pattern =
  /<!-- ((?:at|in|write|replace|remove|git|readers|no readers) [\s\S]*?) -->|^```(\w*)\n([\s\S]*?)^```$/gm

const stepsOf = (page: string): readonly Step[] =>
  [...page.matchAll(pattern)].map(({ 1: words, 2: language = '', 3: text = '', index }) =>
    words === undefined ? { kind: 'block', language, text, index } : { kind: 'direction', words },
  )

const folder = 'content/stories/2026/11/30'
const story = (time: string, section: string, title: string, summary: string, body: string) =>
  storyText({ title, date: `2026-11-30T${time}:00+05:30`, summary, section }, `${body}\n`)

/** The newsroom of all these pages. */
const newsroom = {
  '_data/site.yaml': `${siteData['_data/site.yaml'].replaceAll('bulletin.example', 'velikara.example').replace('The Test Bulletin', 'The Velikara Bulletin')}edits: { silent: error }\n`,
  [`${folder}/mill-fire.md`]: story(
    '08:10',
    'world',
    'Ten dead in a mill fire',
    'A fire in the mill at Neelam has killed ten people, the fire brigade says this morning.',
    'The fire brigade says that ten people died.',
  ),
  [`${folder}/old-bridge.md`]: story(
    '07:30',
    'nation',
    'The old bridge is closed',
    'The old bridge is closed for a week, the council says, while its piers are looked at.',
    'The bridge is closed, says the council.',
  ),
  [`${folder}/ferry.md`]: story(
    '07:00',
    'nation',
    'Ferry returns to Neelam',
    'The ferry sails again after three weeks in dock, with two crossings on each day.',
    'The ferry sails again.',
  ),
}

/** Each command with what it printed and what the page says it prints. */
export type Played = { readonly command: string; readonly printed: string; readonly said: string }

const names = ['machine', 'reporter', 'chief'] as const
type Name = (typeof names)[number]
type Stage = { readonly all: Clones<Name>; readonly clock: Clock; who: Name; file: string | null }

/** `onReaders`: is called with what a page of the site must say, or must not, and with the page; null where there is none. */
export const playPage = async (
  page: string,
  onReaders: (published: string | null, words: string, isThere: boolean) => void,
): Promise<readonly Played[]> => {
  const clock = { now: '2026-11-30T09:00:00+05:30' }
  const stage: Stage = {
    all: clonesOf(
      names.filter(name => name === 'machine' || page.includes(`<!-- in ${name} -->`)),
      newsroom,
      clock,
    ),
    clock,
    who: 'machine',
    file: null,
  }
  const played: Played[] = []
  try {
    await stage.all.machine.npm('build')
    for (const step of stepsOf(page)) {
      if (step.kind === 'direction') direct(stage, step.words, onReaders)
      else if (step.language === 'console') played.push(...(await type(stage, step.text)))
      else if (stage.file !== null) {
        stage.all[stage.who].write(stage.file, step.text)
        stage.file = null
      }
    }
    return played
  } finally {
    stage.all.dispose()
  }
}

const direct = (stage: Stage, words: string, onReaders: Parameters<typeof playPage>[1]): void => {
  const clone = stage.all[stage.who]
  const [, verb = '', rest = ''] = /^(no readers|\w+) ([\s\S]*)$/.exec(words) ?? []
  const [first = '', old = '', other = ''] = rest.split(' | ')
  if (verb === 'at') {
    const [, day, time] = /^(?:(1) December )?(\d\d:\d\d)$/.exec(rest) ?? []
    stage.clock.now = `${day === undefined ? '2026-11-30' : '2026-12-01'}T${time}:00+05:30`
  } else if (verb === 'in') stage.who = rest as Name
  else if (verb === 'write') stage.file = rest
  else if (verb === 'replace') clone.edit(first, old, other)
  else if (verb === 'remove') clone.remove(rest)
  else if (verb === 'git') gitOf(clone, rest)
  else onReaders(publishedAt(stage, first), old, verb === 'readers')
}

const publishedAt = ({ all }: Stage, address: string): string | null => {
  const file = `_site${address}${address.endsWith('/') ? 'index.html' : ''}`
  try {
    return all.machine.read(file)
  } catch {
    return null
  }
}

/** "push": with all that was written. A pull may end in a conflict. */
const gitOf = (clone: Clones<Name>[Name], flags: string): void => {
  if (flags === 'push') clone.push()
  else if (flags === 'conflict') conflictAt(clone)
  else if (flags === 'pull') clone.pull()
  else clone.git(...wordsOf(flags))
}

/** What was written meets what others pushed, and git cannot join them. */
const conflictAt = (clone: Clones<Name>[Name]): void => {
  try {
    clone.push()
  } catch {
    return
  }
  throw new Error('git could join them')
}

/** As a shell takes them apart. */
const wordsOf = (line: string): readonly string[] =>
  (line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map(word => word.replace(/["']/g, ''))

const type = async (stage: Stage, text: string): Promise<readonly Played[]> => {
  const played: Played[] = []
  for (const part of text.split(/^\$ /m).slice(1)) {
    const cut = part.indexOf('\n')
    const [command, said] = [part.slice(0, cut), part.slice(cut + 1).trimEnd()]
    const [program, run, script = '', ...flags] = wordsOf(command)
    if (program !== 'npm' || run !== 'run') throw new Error(`“${command}” cannot be played`)
    const { stdout, stderr } = await stage.all[stage.who].npm(script, ...flags.filter(flag => flag !== '--'))
    played.push({ command, said, printed: `${stdout}${stderr}`.trimEnd() })
  }
  return played
}

/** With what is printed in the place of what it said. */
export const pageAsPlayed = (page: string, played: readonly Played[]): string => {
  const left = [...played]
  return page.replace(/^```console\n([\s\S]*?)^```$/gm, (_block, text: string) => {
    const parts = text
      .split(/^\$ /m)
      .slice(1)
      .map(() => left.shift())
    const printed = parts.map(each =>
      each === undefined
        ? ''
        : `$ ${each.command}\n${isSaid(each) ? `${each.said}\n` : `${each.printed}\n`}`.replace(
            /\n\n$/,
            '\n',
          ),
    )
    return `\`\`\`console\n${printed.join('')}\`\`\``
  })
}

/** A line … stands for any lines. How many files a build makes is another matter. */
export const isSaid = ({ printed, said }: Played): boolean => {
  const lines = withoutCounts(said)
    .split('\n')
    .map(line => (line === '…' ? '[^]*' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${lines.join('\n')}$`).test(withoutCounts(printed))
}

const withoutCounts = (text: string): string => text.replace(/^\d+ pages? checked · .*$/gm, 'pages checked')
