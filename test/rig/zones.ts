// Zones that try the code: half hours, quarters, both hemispheres, no summer time, a summer hour of 30 minutes.

import fc from 'fast-check'
import type { Instant } from '../../src/domain/instant.ts'

export const zones = [
  'UTC',
  'Asia/Kolkata',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Monrovia',
  'America/St_Johns',
] as const

/** A whole second from 1801 to 2198, so that its year is in range in every zone. */
export const anyInstant = fc
  .integer({ min: Date.UTC(1801, 0, 1) / 1000, max: Date.UTC(2198, 0, 1) / 1000 })
  .map(seconds => (seconds * 1000) as Instant)
