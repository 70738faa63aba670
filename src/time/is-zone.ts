// Whether a name is a time zone that Node knows.

import { IANAZone } from 'luxon'

/** "Asia/Kolkata", of the IANA's list. */
export const isZone = (name: string): boolean => IANAZone.isValidZone(name)
