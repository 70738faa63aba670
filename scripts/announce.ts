// npm run announce: tells a hub which feeds changed, and search engines which pages.

import { announce, pendingAnnouncements } from '../src/announce/announce.ts'
import { realSender } from '../src/announce/send.ts'
import { describeAnnounced, describePending } from '../src/command/describe-announcement.ts'
import { runCommand } from '../src/command/run-command.ts'
import { forReaders } from '../src/store/edition.ts'

await runCommand({
  help: `Tells a WebSub hub which feeds changed, and search engines which pages (IndexNow): what was published since the last time.
Run it when the published files are where readers find them. Who is told stands in _data/site.yaml: feeds.hub, indexNow.

npm run announce -- [flags]
  --send                      send it; without this flag only what would be sent is printed
  --help                      show this text`,
  options: { send: { type: 'boolean', default: false } },
  run: async ({ values }) => {
    const call = { root: process.cwd(), edition: forReaders }
    let failures = 0
    const pending = values.send
      ? await announce(call, realSender, announced => {
          if (announced.is !== 'sent') failures += 1
          const print = announced.is === 'sent' ? console.log : console.error
          print(describeAnnounced(announced))
        })
      : await pendingAnnouncements(call)
    if (pending === null)
      console.log('there is nobody to tell: _data/site.yaml names no hub (feeds.hub) and no key (indexNow)')
    else if (pending.length === 0) console.log('there is nothing to announce')
    else if (!values.send) for (const announcement of pending) console.log(describePending(announcement))
    return failures === 0 ? 0 : 1
  },
})
