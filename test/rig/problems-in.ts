// The problems of a text alone, without a newsroom around it: every picture is there.

import type { Problem } from '../../src/domain/problem.ts'
import { emptyDisk } from '../../src/read/media-disk.ts'
import { validateBody } from '../../src/validate/body/validate-body.ts'

export const problemsIn = (body: string): readonly Problem[] =>
  validateBody({
    source: { file: 'story.md', text: body },
    body,
    findPicture: src => ({
      file: src,
      picture: { digest: src, bytes: 1, width: 640, height: 480, pixels: null, isOpaque: true },
    }),
    disk: emptyDisk,
    site: { url: 'https://bulletin.example', timezone: 'Asia/Kolkata' },
    day: '2024-10-24',
  }).problems

export const codesIn = (body: string): readonly string[] => problemsIn(body).map(({ code }) => code)
