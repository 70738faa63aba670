// npm run build: content/ → _site/, checked.

import { askGit } from '../src/changes/git-archive.ts'

const isGitNeeded = !process.argv.some(flag => /^--(?:changed|next|delivered|help)/.test(flag))
// In a large archive git takes as long to look as the rest takes to load.
const git = isGitNeeded ? askGit(process.cwd()) : undefined
const { runBuild } = await import('../src/command/run-build.ts')
await runBuild(git)
