// What code gives on machines that stand in other time zones.

import { Settings } from 'luxon'

const machineZones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Europe/Berlin']

/** What `write` gives in five zones, without repetition: one value when the machine's zone does not matter. */
export const onMachines = <Written>(write: () => Written): Written[] => {
  const before = process.env.TZ
  const isIn = (zone: string | undefined) => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    Settings.resetCaches()
  }
  try {
    const written = machineZones.map(zone => {
      isIn(zone)
      return JSON.stringify(write())
    })
    return [...new Set(written)].map(text => JSON.parse(text) as Written)
  } finally {
    isIn(before)
  }
}
