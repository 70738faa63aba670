import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLeftBehind } from '../../src/domain/left-behind.ts'
import { isHidden, leftBehindAt } from '../../src/domain/site-paths.ts'

const ownerOf = (path: string) => findLeftBehind(path)?.owner ?? null

describe('A name says who left a file behind:', () => {
  test.each([
    ...[
      '.git/config',
      '.GIT/config',
      '.gitignore',
      '.gitkeep',
      '.gitattributes',
      '.svn/entries',
      '.hg/store',
    ].map(name => [name, 'version-control'] as const),
    ...['.bzr/README', 'CVS/Entries', '_darcs/patches'].map(name => [name, 'version-control'] as const),
    ...[
      '.env',
      '.env.production',
      '.ENV',
      'prod.env',
      '.envrc',
      '.htpasswd',
      '.npmrc',
      '.netrc',
      '.ssh/id_rsa',
    ].map(name => [name, 'secret'] as const),
    ...['id_rsa', 'id_ed25519', 'id_rsa.old', '.aws/credentials', 'desk.kdbx', '.bash_history'].map(
      name => [name, 'secret'] as const,
    ),
    ...['.git-credentials', 'credentials.json', 'wp-config.php.bak'].map(name => [name, 'secret'] as const),
    ...[
      'credentials',
      'client_secret_12.json',
      'service-account.json',
      'AuthKey_AB12.p8',
      'authorized_keys',
    ].map(name => [name, 'secret'] as const),
    ...[
      'config.php',
      'passwords.xlsx',
      'passwords.txt',
      'rsyncd.secrets',
      'sftp-config.json',
      'sitemanager.xml',
      'desk.ovpn',
    ].map(name => [name, 'secret'] as const),
    ...['report.pdf.mine', 'report.r1234', 'report.BASE.123.pdf', 'report_LOCAL_4711.txt'].map(
      name => [name, 'conflict'] as const,
    ),
    ...['plan_conflict-20241024-101112.pdf'].map(name => [name, 'conflict'] as const),
    ...['pier.jpg_original', 'pier.jpg_exiftool_tmp', 'film.mp4.opdownload', 'film.mp4.aria2'].map(
      name => [name, 'copy'] as const,
    ),
    ...['pier.xmp', 'IMG_1.AAE', 'desk.pst', 'server.har', 'capture.pcapng', 'desk.lrcat', 'heap.hprof'].map(
      name => [name, 'records'] as const,
    ),
    ...['.DS_Store', '.ds_store', '._photo.jpg', '.Spotlight-V100/x', '.Trashes/x', '.Trash-1000/x'].map(
      name => [name, 'system'] as const,
    ),
    ...['Thumbs.db', 'thumbs.db', 'desktop.ini', '__MACOSX/._a', '@eaDir/a', '$RECYCLE.BIN/a', 'a.lnk'].map(
      name => [name, 'system'] as const,
    ),
    ...[
      'notes.md~',
      '.notes.md.swp',
      'draft.swp',
      'draft.swo',
      '#notes.md#',
      '.#notes.md',
      '~$plan.docx',
    ].map(name => [name, 'editor'] as const),
    ...['.~lock.plan.odt#', '.idea/x.xml', '.vscode/settings.json', 'site.sublime-workspace'].map(
      name => [name, 'editor'] as const,
    ),
    ...['a.bak', 'a.html.orig', 'a.rej', 'a.tmp', 'film.mp4.part', 'a.JPG.BAK', 'a.old', 'a.crdownload'].map(
      name => [name, 'copy'] as const,
    ),
    ...["a (Ann's conflicted copy 2024-10-24).md", 'a.sync-conflict-20241024-101112-ABCDEFG.md'].map(
      name => [name, 'conflict'] as const,
    ),
    ...[
      'node_modules/x/index.js',
      'core',
      'core.4711',
      'nohup.out',
      'access.log',
      'db.sqlite',
      'db.sqlite3',
    ].map(name => [name, 'records'] as const),
    ...['dump.sql', 'dump.sql.gz', 'npm-debug.log'].map(name => [name, 'records'] as const),
    ...[
      'id_rsa (1)',
      'id_rsa copy',
      'wp-config.old.php',
      'wp-config.txt',
      'passwort.txt',
      'Passwords.numbers',
    ].map(name => [name, 'secret'] as const),
    ...[
      'vault.1pux',
      'desk.opvault/a',
      'known_hosts',
      'desk.rdp',
      'local_settings.py',
      'appsettings.json',
    ].map(name => [name, 'secret'] as const),
    ...['(A Document Being Saved By TextEdit)/a.rtf', 'a.docx.sb-1a2b3c4d-XyZabc', 'a.css___jb_tmp___'].map(
      name => [name, 'editor'] as const,
    ),
    ...[
      '~WRD0000.doc',
      '~plan~abc1.idlk',
      'plan.dwl',
      'db.laccdb',
      'nppBackup/a.html',
      '_vti_cnf/a.html',
    ].map(name => [name, 'editor'] as const),
    ...['_notes/dwsync.xml', 'a.html.LCK', 'DEADJOE'].map(name => [name, 'editor'] as const),
    ...['@Recycle/a', '@tmp/a', 'Network Trash Folder/a', 'desktop (1).ini', 'RECYCLER/a', 'FOUND.000/a'].map(
      name => [name, 'system'] as const,
    ),
    ...['NTUSER.DAT', 'DS_Store', 'plan.pdf.icloud'].map(name => [name, 'system'] as const),
    ...['plan.html,v'].map(name => [name, 'version-control'] as const),
    ...['a (SFConflict jane 2024-10-24).pdf', 'plan_conflict_20241024.pdf'].map(
      name => [name, 'conflict'] as const,
    ),
    ...[
      'plan.wbk',
      'a.asd',
      'plan.xlk',
      'film.mp4.!qB',
      'backup.zip',
      'backup-2024-10.tar.gz',
      'public_html.tgz',
    ].map(name => [name, 'copy'] as const),
    ...[
      'db.dmp',
      'db.bson',
      'wp_posts.ibd',
      'dump-2024.sql.tgz',
      'laravel.log',
      'error.log.1',
      'plan.gdoc',
    ].map(name => [name, 'records'] as const),
    ...['.htaccess', '.well-known/x', '.anything', '...'].map(name => [name, 'hidden'] as const),
  ])('%s: %s', (path, owner) => {
    expect(ownerOf(path)).toBe(owner)
    expect(ownerOf(`2024/10/${path}`)).toBe(owner)
  })
})

test.each([
  'index.html',
  'fonts/serif.woff2',
  'files/report-2024.pdf',
  'core/index.html',
  'env/air.csv',
  'Storm (2).jpg',
  'games/snake.swf',
  'pgp-key.asc',
  'server.crt',
  'id_rsa.pub',
  'data/results.csv',
  'a.b.c.txt',
  'conflict-copy.html',
  'conflicted.html',
  'git/index.html',
  'CNAME',
  'config.json',
  'secret.html',
  'secrets/data.ods',
  'shadow/play.ods',
  'passwords.html',
  'the_original.jpg',
  'war_conflict-2024.pdf',
  'plan.r12',
  'mine.pdf',
  'slides.key',
  'index.xml',
  'LOCAL_2024.pdf',
  'election_LOCAL_results.pdf',
  'over~all.txt',
  'cvs/index.html',
  'login/index.html',
  'catalog/a.txt',
  'wp-content/a.jpg',
  'id_rsa.pub',
  'passwords.html',
  'password-rules.txt',
  'passports.pdf',
  'backups.html',
  'backup.csv',
  'notes/a.html',
  'captains.log/a.html',
  'The conflict_2024.pdf',
  'rcs.pdf',
  'web.config',
  'tmp/a.csv',
  'data.mdb',
])('%s is a file like others', path => expect(findLeftBehind(path)).toBe(null))

test('a folder that was left behind is named once, with all that is in it', () => {
  expect(findLeftBehind('a/.git/objects/ab/cd.md')).toEqual({ top: 'a/.git/', owner: 'version-control' })
  expect(findLeftBehind('a/.git/')).toEqual({ top: 'a/.git/', owner: 'version-control' })
  expect(findLeftBehind('a/.git')).toEqual({ top: 'a/.git', owner: 'version-control' })
})

test('what stands for programs by agreement stays, at the root of the site alone', () => {
  expect(leftBehindAt('content/static/.well-known/security.txt')).toBe(null)
  expect(leftBehindAt('content/static/.nojekyll')).toBe(null)
  expect(leftBehindAt('content/static/.well-known/.git/config')?.top).toBe('content/static/.well-known/.git/')
  expect(leftBehindAt('content/static/old/.well-known/x')?.top).toBe('content/static/old/.well-known/')
  expect(leftBehindAt('content/static/.nojekyll.bak')?.top).toBe('content/static/.nojekyll.bak')
})

test('below a name that begins with a dot nothing is part of the site, whatever else the path holds', () => {
  const name = fc.stringMatching(/^[\w ~#$%()-][\w .~#$%()-]{0,8}$/)
  const property = fc.property(fc.array(name), fc.string(), fc.array(name), (before, dotted, after) => {
    const path = ['content', 'static', ...before, `.${dotted.replaceAll('/', '')}`, ...after].join('/')
    const isWellKnown = /^content\/static\/\.(?:well-known(?:\/|$)|nojekyll$)/.test(path)
    expect(isHidden(path) || isWellKnown).toBe(true)
  })
  fc.assert(property)
})
