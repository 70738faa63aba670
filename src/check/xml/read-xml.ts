// Reads the elements of XML: with the quick scanner, where it can, else with a parser.

import { parseXml, type Xml } from './parse-xml.ts'
import { scanXml } from './scan-xml.ts'

/** Every element that contains no other one, in order, with the names of those around it. */
export const readXml = (xml: string): Xml => {
  const elements = scanXml(xml)
  return elements ? { elements, faults: [] } : parseXml(xml)
}
