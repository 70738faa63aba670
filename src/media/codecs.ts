// What videos and sounds are coded in, and which of it not all browsers play.

/** Sample entries of MP4 that all browsers play, and those that are no picture and no sound. */
const playedInBoxes = new Set([
  'avc1',
  'avc3',
  'av01',
  'vp08',
  'vp09',
  'mp4a',
  'Opus',
  'fLaC',
  '.mp3',
  'mp3 ',
])

const names: readonly (readonly [code: RegExp, name: string])[] = [
  [/^(?:hvc|hev|V_MPEGH)/, 'HEVC video'],
  [/^V_MPEG4\/ISO\/AVC/, 'H.264 video'],
  [/^A_AAC/, 'AAC sound'],
  [/^(?:dvh|dva)/, 'Dolby Vision video'],
  [/^(?:vvc|vvi)/, 'VVC video'],
  [/^(?:ap[c4]|apr)/, 'ProRes video'],
  [/^mp4v|^V_MPEG4/, 'MPEG-4 video of the old kind'],
  [/^(?:s263|h263)/, 'H.263 video'],
  [/^(?:jpeg|mjp|V_MJPEG)/, 'Motion JPEG video'],
  [/^(?:alac|A_ALAC)/, 'Apple Lossless sound'],
  [/^(?:ac-|ec-|A_AC3|A_EAC3)/, 'Dolby sound'],
  [/^(?:samr|sawb)/, 'AMR sound'],
  [/^(?:sowt|twos|lpcm|ipcm|fpcm|in24|in32|fl32|raw |NONE|ulaw|alaw|A_PCM)/, 'uncompressed sound'],
  [/^enc[va]/, 'a protected track'],
  [/^V_/, 'video'],
  [/^A_/, 'sound'],
]

const nameOf = (code: string): string => names.find(([pattern]) => pattern.test(code))?.[1] ?? 'a track'

/** “HEVC video (hvc1)”; null when all browsers play it. */
export const unplayedInBoxes = (code: string): string | null =>
  playedInBoxes.has(code) ? null : `${nameOf(code)} (${code.trim()})`

/** Profiles of H.264 (ISO/IEC 14496-10, annex A) with more than eight bits, or with more of the colours. */
export const isUncommonAvc = (profile: number): boolean => [44, 110, 122, 244].includes(profile)

const playedInWebm = new Set(['V_VP8', 'V_VP9', 'V_AV1', 'A_OPUS', 'A_VORBIS'])

export const unplayedInWebm = (code: string): string | null =>
  playedInWebm.has(code) ? null : `${nameOf(code)} (${code})`
