// The search page. Pagefind finds stories in bundles that lie on this site, one for each year; nothing is asked of anybody else.

const form = document.querySelector('form.search-form')
const { elements, dataset: words } = form
const status = document.querySelector('.search-status')
const results = document.querySelector('.search-results')
const list = results.querySelector('ol')
const [more, wider] = results.querySelectorAll('button')
const item = document.querySelector('#dl-search-result').content
const { lang } = document.documentElement
const title = document.title

const folder = '/search/'
const atOnce = 10
// About 8 bytes of index for each story: more than these are searched when readers ask for it.
const fewStories = 12_000

const dates = new Intl.DateTimeFormat(lang, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  calendar: 'gregory',
  timeZone: 'UTC',
})
const numbers = new Intl.NumberFormat(lang)

// A question as the index has its words, and a text from the index as it was: see src/search/searchable-html.ts.

const strokes = Object.fromEntries(
  'łl\u0335 ŁL\u0335 øo\u0338 ØO\u0338 đd\u0335 ĐD\u0335 ðd\u0337 ÐD\u0337 ħh\u0335 ĦH\u0335 ıi\u0337 ßss\u0337 ẞSS\u0337 æae\u0337 ÆAe\u0337 œoe\u0337 ŒOe\u0337 þth\u0337 ÞTh\u0337'
    .split(' ')
    .map(each => [each[0], each.slice(1)]),
)
const unspaced =
  /(?!\p{M})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]\p{M}*/u
const isUnspaced = word => unspaced.test(word)

// Letters of a script without spaces are looked for side by side, each run of them by itself.
const partsOfQuestion = question => {
  const typed = question.normalize('NFC').replace(/./gu, letter => strokes[letter]?.slice(0, -1) ?? letter)
  if (!isUnspaced(typed)) return [typed]
  const words = typed.split(/[\s"]+/).filter(word => word !== '')
  const runs = words
    .filter(isUnspaced)
    .map(word => `"${word.replace(new RegExp(unspaced, 'gu'), ' $& ').trim()}"`)
  const others = words.filter(word => !isUnspaced(word)).join(' ')
  return others === '' ? runs : [...runs, others]
}

const asWritten = text =>
  Object.entries(strokes)
    .reduce((shown, [letter, typed]) => shown.replaceAll(typed, letter), text)
    .replace(/ ?((?:<\/?mark>)*)\u2060/g, '$1')
    .replaceAll('</mark><mark>', '')

// Which bundles there are, newest first, and Pagefind with the newest of them.
let opened
const open = () => {
  opened ??= load()
  return opened
}

const load = async () => {
  const response = await fetch(`${folder}bundles.json`, { cache: 'no-cache' })
  const { bundles } = response.ok ? await response.json() : { bundles: [] }
  const [newest] = bundles
  if (!newest) return { bundles, merged: new Map() }
  const { createInstance } = await import(`${folder}${newest.name}/pagefind.js?v=${newest.version}`)
  const pagefind = createInstance({ ...optionsOf(newest), basePath: pathOf(newest), noWorker: true })
  await pagefind.init()
  return { bundles, pagefind, merged: new Map([[newest.name, Promise.resolve()]]) }
}

const pathOf = ({ name }) => `${folder}${name}/`

const optionsOf = ({ name, tag }) => ({
  metaCacheTag: tag,
  mergeFilter: { bundle: name },
  excerptEllipsis: '…',
})

const merge = async ({ pagefind, merged }, bundle) => {
  if (!merged.has(bundle.name))
    merged.set(bundle.name, pagefind.mergeIndex(pathOf(bundle), optionsOf(bundle)))
  await merged.get(bundle.name)
}

const yearOf = ({ name }) => name.slice(0, 4)

const chosen = (bundles, year) => {
  if (year === 'all') return bundles
  if (year !== '') return bundles.filter(bundle => yearOf(bundle) === year)
  let stories = 0
  return bundles.filter(bundle => {
    stories += bundle.stories
    return stories <= fewStories || stories === bundle.stories
  })
}

let latest = 0

const search = async ({ q, section, year }) => {
  latest += 1
  const mine = latest
  const isOld = () => mine !== latest
  document.title = q === '' ? title : `${q} · ${title}`
  results.hidden = true
  status.textContent = q === '' ? '' : words.searching
  if (q === '') return
  try {
    const index = await open()
    const bundles = chosen(index.bundles, year)
    if (isOld()) return
    if (index.bundles.length === 0) {
      status.textContent = words.missing
      return
    }
    await Promise.all(bundles.map(bundle => merge(index, bundle)))
    if (isOld()) return
    const filters = {
      bundle: { any: bundles.map(({ name }) => name) },
      ...(section === '' ? {} : { section }),
    }
    const found = bundles.length === 0 ? [] : await find(index.pagefind, q, { filters })
    if (isOld()) return
    rest = found
    list.replaceChildren()
    shown.clear()
    status.textContent = describe(rest.length, year, bundles)
    wider.hidden = year !== '' || bundles.length === index.bundles.length
    results.hidden = rest.length === 0 && wider.hidden
    await showMore(isOld)
  } catch (error) {
    console.error(error)
    // Half a bundle would spoil every search that comes.
    opened = undefined
    if (!isOld()) status.textContent = words.failed
  }
}

// The stories that have all parts of the question, ranked by the first of them.
const find = async (pagefind, q, options) => {
  const answers = []
  for (const part of partsOfQuestion(q)) answers.push((await pagefind.search(part, options)).results)
  const [first, ...others] = answers
  const known = others.map(results => new Set(results.map(({ id }) => id)))
  return first.filter(({ id }) => known.every(ids => ids.has(id)))
}

const describe = (count, year, bundles) => {
  const years = bundles.length === 0 ? [year] : [bundles.at(-1), bundles[0]].map(yearOf)
  const names = [...new Set(years)].map(name => optionOf(elements.year, name)?.textContent ?? name)
  return words.found.replace('{count}', numbers.format(count)).replace('{years}', names.join('–'))
}

const optionOf = ({ options }, value) => [...options].find(option => option.value === value)

// What was found and is not shown yet, and the addresses that are: for a moment two bundles may have the same story.
let rest = []
const shown = new Set()

const showMore = async isOld => {
  const next = rest.slice(0, atOnce)
  rest = rest.slice(atOnce)
  more.hidden = rest.length === 0
  // A story that has just gone has no words any more.
  const stories = await Promise.all(next.map(result => result.data().catch(() => null)))
  if (isOld()) return
  const fresh = stories.filter(story => story !== null && shown.size < shown.add(story.url).size)
  list.append(...fresh.map(showStory))
}

const showStory = ({ url, meta, excerpt }) => {
  const node = item.cloneNode(true)
  const link = node.querySelector('a')
  link.href = url
  link.textContent = meta.title
  const quote = node.querySelector('.excerpt')
  quote.append(...marked(excerpt))
  // Of a story in another language than the site's.
  if (meta.language) for (const part of [link, quote]) part.lang = meta.language
  const [, section, ...day] = /^\/([^/]+)\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(url) ?? []
  node.querySelector('span').textContent = optionOf(elements.section, section)?.textContent ?? ''
  const time = document.createElement('time')
  time.dateTime = day.join('-')
  time.textContent = dates.format(Date.UTC(day[0], day[1] - 1, day[2]))
  node.querySelector('.meta').append(' ', time)
  return node
}

// Text with words marked, as nodes: what a story says is never markup.
const marked = excerpt =>
  asWritten(excerpt)
    .split(/<mark>(.*?)<\/mark>/s)
    .map((part, at) => {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      if (at % 2 === 0) return text
      const mark = document.createElement('mark')
      mark.textContent = text
      return mark
    })

const names = ['q', 'section', 'year']

const question = () => Object.fromEntries(names.map(name => [name, elements[name].value.trim()]))

// What the address asks for; a section or a year that is not there is not asked for.
const answerAddress = () => {
  const asked = new URLSearchParams(location.search)
  for (const name of names) {
    const value = asked.get(name) ?? ''
    elements[name].value = name === 'q' || optionOf(elements[name], value) ? value : ''
  }
  void search(question())
}

const submit = () => {
  const asked = Object.entries(question()).filter(([, value]) => value !== '')
  const url = asked.length === 0 ? location.pathname : `?${new URLSearchParams(asked)}`
  if (url !== (location.search || location.pathname)) history.pushState(null, '', url)
  void search(question())
}

form.addEventListener('submit', event => {
  event.preventDefault()
  submit()
})
for (const name of ['section', 'year'])
  elements[name].addEventListener('change', () => {
    if (elements.q.value.trim() !== '') submit()
  })
wider.addEventListener('click', () => {
  elements.year.value = 'all'
  elements.q.focus()
  submit()
})
more.addEventListener('click', async () => {
  const mine = latest
  const before = list.childElementCount
  await showMore(() => mine !== latest)
  list.children[before]?.querySelector('a').focus()
})
elements.q.addEventListener('focus', () => open().catch(() => (opened = undefined)), { once: true })
addEventListener('popstate', answerAddress)

answerAddress()
