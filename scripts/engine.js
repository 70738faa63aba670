// The engine as JavaScript, compiled once for each state of src/: to load its files one by one costs more than a publish.

import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')

/** Modules that are asked for from outside: every command, the Eleventy plugin, the worker thread. */
const entries = () => [
  ...readdirSync(join(root, 'scripts'))
    .filter(file => file.endsWith('.ts'))
    .map(file => `scripts/${file}`),
  'src/dateline.ts',
  'src/worker.ts',
]

/** Packages that plain Eleventy must share with us, that are native, or that few commands need. All others are compiled in. */
const externalPackages = [
  '@11ty/eleventy-dev-server',
  '@11ty/eleventy-img',
  'chokidar',
  'classic-level',
  'esbuild',
  'html-minifier-terser',
  'nunjucks',
  'pagefind',
  'playwright-core',
  'sharp',
  'tinypool',
  'turndown',
]

/** Imports a module of the engine by the name of its file: `engine('dateline')`. */
export const engine = async name => import(pathToFileURL(join(await compiled(), `${name}.js`)).href)

let folder

const compiled = () => {
  folder ??= findOrCompile()
  return folder
}

const findOrCompile = async () => {
  const key = stateOf(['src', 'scripts', 'package.json', 'package-lock.json'])
  const cacheFolders = [
    join(realpathSync(join(root, 'node_modules')), '.cache/dateline'),
    join(root, '.dateline/engine'),
  ]
  const found = cacheFolders.map(cacheFolder => join(cacheFolder, key)).find(isThere)
  if (found !== undefined) return found
  const cacheFolder = cacheFolders.find(isWritable)
  if (cacheFolder === undefined)
    throw new Error(
      `cannot write the compiled engine: neither node_modules/ nor .dateline/ in ${root} is a folder that can be written to; make one of them writable`,
    )
  return compile(cacheFolder, key)
}

/** Sizes and times of all files: reading them would take longer. */
const stateOf = names => {
  const hash = createHash('sha256')
  const visit = path => {
    const found = statSync(path)
    if (!found.isDirectory()) hash.update(`${path} ${found.size} ${found.mtimeMs} ${found.ctimeMs}\n`)
    else for (const name of readdirSync(path).sort()) visit(join(path, name))
  }
  for (const path of names.map(name => join(root, name)).filter(isThere)) visit(realpathSync(path))
  return hash.digest('hex').slice(0, 16)
}

/** Eleventy is half of what a build loads, and finds files of its own by where its modules stand. */
const keepEleventyPaths = {
  name: 'keep-eleventy-paths',
  setup: ({ onLoad }) =>
    onLoad({ filter: /@11ty[\\/]eleventy[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
    })),
}

const compile = async (cacheFolder, key) => {
  const { build } = await import('esbuild')
  const fresh = join(cacheFolder, `${key}.${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: entries(),
    entryNames: '[name]',
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: externalPackages.flatMap(name => [name, `${name}/*`]),
    plugins: [keepEleventyPaths],
    // Packages of before ES modules call it.
    banner: {
      js: "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);",
    },
    sourcemap: 'linked',
    logLevel: 'silent',
  })
  const done = join(cacheFolder, key)
  try {
    renameSync(fresh, done)
  } catch (error) {
    // Another process was quicker.
    rmSync(fresh, { recursive: true, force: true })
    if (!isThere(done)) throw error
  }
  removeOld(cacheFolder)
  return done
}

const day = 86_400_000

/** Others may still run from a state that is not the present one. */
const removeOld = cacheFolder => {
  for (const name of readdirSync(cacheFolder)) {
    const path = join(cacheFolder, name)
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - made > day) rmSync(path, { recursive: true, force: true })
  }
}

/** Below a file nothing is. */
const isThere = path => {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    if (error.code === 'ENOTDIR') return false
    throw error
  }
}

const isWritable = cacheFolder => {
  try {
    mkdirSync(cacheFolder, { recursive: true })
    accessSync(cacheFolder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
