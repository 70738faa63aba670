// ninjs 3.1, as its schema has it: https://iptc.org/std/ninjs/.

import { isRecord, recordsIn } from '../json/json-values.ts'
import type { PageFault } from '../page-fault.ts'
import { exampleTime, isRfc3339, type StandardContext, standardFault } from './standard-fault.ts'

const fault = (message: string): PageFault => standardFault('ninjs 3.1', message)

export const checkNinjs = (
  document: unknown,
  { zone }: Pick<StandardContext, 'zone'>,
): readonly PageFault[] => {
  if (!isRecord(document) || typeof document.uri !== 'string') return [fault('an item needs a uri')]
  const { firstCreated, versionCreated, urgency, pubStatus } = document
  const times = [firstCreated, versionCreated].filter(time => time !== undefined)
  const lists = ['headlines', 'descriptions', 'bodies'].map(name => recordsIn(document[name]))
  return [
    ...(['usable', 'withheld', 'canceled'].includes(String(pubStatus))
      ? []
      : [fault('pubStatus must be usable, withheld or canceled')]),
    ...(urgency === undefined || (Number.isInteger(urgency) && Number(urgency) >= 1 && Number(urgency) <= 9)
      ? []
      : [fault('urgency must be a whole number from 1 to 9')]),
    ...(times.every(time => isRfc3339(String(time), zone))
      ? []
      : [fault(`firstCreated and versionCreated must be times such as ${exampleTime}`)]),
    ...(lists.flat().every(({ value }) => typeof value === 'string')
      ? []
      : [fault('each of headlines, descriptions and bodies needs a value')]),
  ]
}
