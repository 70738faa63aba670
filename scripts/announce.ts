// npm run announce: announces changed feeds to a hub, and changed pages to search engines.

import { announce, pendingAnnouncements } from '../src/announce/announce.ts'
import { realSender } from '../src/announce/send.ts'
import { describeAnnouncement, describePending } from '../src/command/describe-announcement.ts'
import { runCommand } from '../src/command/run-command.ts'
import { forReaders } from '../src/store/edition.ts'

await runCommand({
  help: `Announces what was published since the last time: changed feeds to a WebSub hub, changed pages to search engines (IndexNow).
Run it once readers can reach the published files. Set feeds.hub and indexNow in _data/site.yaml.

npm run announce -- [flags]
  --send                      send the announcements; without this flag they are only printed
  --help                      show this text`,
  options: { send: { type: 'boolean', default: false } },
  run: async ({ values }) => {
    const call = { root: process.cwd(), edition: forReaders }
    let failures = 0
    const pending = values.send
      ? await announce(call, realSender, event => {
          if (event.type !== 'announced') failures += 1
          const print = event.type === 'announced' ? console.log : console.error
          print(describeAnnouncement(event))
        })
      : await pendingAnnouncements(call)
    if (pending === null) console.log('nothing to announce to: set feeds.hub or indexNow in _data/site.yaml')
    else if (pending.length === 0) console.log('nothing new to announce')
    else if (!values.send) for (const announcement of pending) console.log(describePending(announcement))
    return failures === 0 ? 0 : 1
  },
})
