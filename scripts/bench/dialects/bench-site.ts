// The facts about the newsroom that all of the sites state.

import { zone } from '../archive/calendar.ts'

export const benchSite = {
  name: 'The Bench Bulletin',
  tagline: 'Invented news, for measuring',
  url: 'https://bench.example',
  timezone: zone.name,
  language: 'en-IN',
  description:
    'Invented news from an invented coast, written by a program to measure how fast a site is made.',
  publisher: { name: 'Bench Press', url: 'https://bench.example' },
  contact: { email: 'desk@bench.example' },
} as const

export const aboutText = 'This newsroom does not exist, and nothing that it reports has happened.\n'

/** What Dateline writes of these by itself, the others copy. */
export const policyFiles: Readonly<Record<string, string>> = {
  _headers: '/*\n  X-Content-Type-Options: nosniff\n',
  'ads.txt': 'OWNERDOMAIN=bench.example\n',
  'humans.txt': '/* SITE */\nThe Bench Bulletin\n',
  'trust.txt': 'datatrainingallowed=yes\n',
}

export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="M0 0h16v16H0z"/></svg>\n'
