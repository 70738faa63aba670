import { expect, test } from 'vitest'
import { cacheOf, cacheRules } from '../../src/domain/file-kinds.ts'

const cacheFor = (path: string) => cacheRules.find(rule => new RegExp(rule.path).test(path))?.cache

test.each(['storm-0f3a9c1e-640.avif', 'storm-0f3a9c1e-16x9.jpg', 'clip-0f3a9c1e.mp4', 'clip-0f3a9c1e.vtt'])(
  '%s, which is named after its content, is kept for good',
  name => expect(cacheFor(`/media/hashed/2024/10/24/${name}`)).toBe(cacheOf.fingerprinted),
)

test.each(['storm.jpg', 'clip.mp4', 'clip-2.mp4', 'chart-640.jpg', 'x-0f3a9c1e.gif'])(
  '%s, which may come to stand for another, is not',
  name => expect(cacheFor(`/media/2024/10/24/${name}`)).toBeUndefined(),
)
