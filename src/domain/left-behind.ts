// What editors, systems, version control and other programs leave in folders: one table of names, for all that is published.

/** Whose it is. What may hold passwords or keys is `secret`, what another program stored or noted is `records`. */
type Owner = 'secret' | 'version-control' | 'system' | 'editor' | 'copy' | 'conflict' | 'records' | 'hidden'

export type LeftBehind = {
  /** The file, or the topmost folder with all that is in it; a folder ends with a slash. */
  readonly top: string
  readonly owner: Owner
}

/** The first row that fits counts. Names are compared without regard to letter case, unless such a name could be meant. */
const rows: readonly (readonly [owner: Owner, name: RegExp])[] = [
  ['secret', /^(?:.*\.)env(?:rc)?$|^\.env[._-]/i],
  ['secret', /^\.(?:htpasswd|htdigest|npmrc|yarnrc|netrc|pgpass|pypirc|s3cfg|boto|my\.cnf|dockercfg)/i],
  ['secret', /^\.(?:ssh|aws|azure|gcloud|gnupg|kube|docker|git-credentials|vault.*|.*_history)$/i],
  ['secret', /^_netrc$|^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?(?:[. (_-](?!pub\b).*)?$/i],
  ['secret', /\.(?:kdbx?|ppk|pfx|p12|jks|keystore|tfvars|tfstate(?:\.backup)?)$/i],
  [
    'secret',
    /^(?:wp-config[._-].*|credentials\.(?:json|csv|xml)|.+\.secrets?|secrets?\.(?:json|ya?ml|toml|ini))$/i,
  ],
  [
    'secret',
    /^(?:(?:db[._-]?)?config(?:uration)?|settings|database)(?:\.inc)?\.php$|^(?:local_settings\.py|appsettings(?:\.\w+)?\.json|database\.yml)$/i,
  ],
  [
    'secret',
    /^(?:passwords?|passwort|passw(?:ö|oe)rter|mots?[ _-]?de[ _-]?passe|contrase(?:ñ|n)as?|senhas?|wachtwoorden)\.(?:csv|txt|xlsx?|ods|docx?|odt|rtf|numbers|pages)$/i,
  ],
  ['secret', /\.(?:1pux|1pif|opvault|agilekeychain|keychain(?:-db)?|rdp|pwd)$|^known_hosts$/i],
  ['secret', /^(?:client_secret.*|service[-_]?account.*)\.json$|\.(?:jceks|keytab|ovpn|p8)$/i],
  ['secret', /^(?:authorized_keys|htpasswd|secring\.(?:gpg|pgp)|wallet\.dat|master\.key)$/i],
  ['secret', /^(?:sftp-config\.json|filezilla\.xml|sitemanager\.xml|recentservers\.xml|ws_ftp\.ini)$/i],
  ['version-control', /^\.(?:git|svn|hg|bzr|jj|cvsignore)|^(?:_darcs|_svn|_fossil_)$/i],
  ['version-control', /^(?:CVS|RCS|SCCS)$|,v$/],
  ['system', /^\.(?:DS_Store|_.*|Spotlight-V100|Trash.*|fseventsd|AppleD.*|TemporaryItems|directory)$/i],
  [
    'system',
    /^(?:__MACOSX|Icon\r|(?:eh)?thumbs.*\.db.*|desktop(?: \(\d+\))?\.ini|\$RECYCLE\.BIN|RECYCLE[RD]|FOUND\.\d{3}|.*\.lnk)$/i,
  ],
  [
    'system',
    /^(?:NTUSER\.DAT.*|(?:pagefile|hiberfil|swapfile)\.sys|DS_Store|ZbThumbnail\.info|pspbrwse\.jbf)$/i,
  ],
  [
    'system',
    /^(?:Network Trash Folder|Temporary Items|TheVolumeSettingsFolder|_gsdata_|.*\.(?:icloud|dropbox\.attr))$/i,
  ],
  [
    'system',
    /^(?:System Volume Information|@(?:eaDir|Recycle|Recently-Snapshot|tmp|Syno\w+)|#recycle|#snapshot|lost\+found|\.nfs.*|\.fuse_hidden.*)$/i,
  ],
  ['conflict', /\.(?:mine|r\d{3,})$|[._](?:BASE|LOCAL|REMOTE|BACKUP)[._]\d+(?:\.[^.]+)?$/],
  ['conflict', /[ ([]conflict(?:ed)?(?: copy|[\])])|\.sync-conflict-|_conflict[-_]\d{8}|\(SFConflict /i],
  [
    'editor',
    /~$|^#.*#$|^\.#|^[.~][~$]|\.(?:sw[m-p]|kate-swp|sublime-(?:project|workspace)|code-workspace)$/i,
  ],
  ['editor', /^\(A Document Being Saved By .*\)$|\.sb-[\da-f]{8}-\w{6}$|___jb_(?:tmp|old|bak)___$/i],
  ['editor', /^~WR[A-Z]\d{3,4}\b|\.(?:idlk|dwl2?|laccdb|ldb|lck)$|^(?:nppBackup|DEADJOE)$/i],
  ['editor', /^(?:_vti_\w+|_notes|dwsync\.xml|MMWIP|_baks)$/i],
  ['editor', /^\..*\.sw[a-p]x?$|^\.(?:idea|vscode|vs|fleet|zed|obsidian)$/i],
  [
    'copy',
    /\.(?:bak\d*|backup|orig|rej|old|save|tmp|temp|part|partial|filepart|crdownload|opdownload|aria2|!ut|download)$/i,
  ],
  [
    'copy',
    /\.(?:wbk|asd|xlk|!qb|ytdl|wpress)$|^(?:backup|wwwroot|htdocs|public_html)(?:[._-][\w.-]*)?\.(?:zip|tar|tgz|gz|7z|rar)$/i,
  ],
  // ExifTool's, with all that the camera noted.
  ['copy', /\.[a-z0-9]+_(?:original|exiftool_tmp)$/i],
  ['records', /^(?:node_modules|bower_components|__pycache__|nohup\.out)$|\.py[co]$/i],
  ['records', /(?:^|[._-])(?:access|error|debug)s?[._-]log(?:\.\d+)?(?:\.gz)?$/i],
  ['records', /\.(?:sql|dump)(?:\.(?:gz|tgz|bz2|xz|zst|zip|7z))?$/i],
  ['records', /^(?:php_errorlog|ws_ftp\.log|hs_err_pid\d+\.log|picasa\.ini|session\.vim)$/i],
  [
    'records',
    /\.(?:har|hprof|heapsnapshot|pcap(?:ng)?|rdb|pst|ost|mbox|lrcat|xmp|aae|iml|suo|tsbuildinfo)$/i,
  ],
  ['records', /\.(?:m?dmp|pgdump|bson|frm|ibd|my[di]|sqlitedb|stackdump|emlx|gdoc|gsheet|gslides)$/i],
  ['records', /\.(?:lrdata|lrcat-\w+|photoslibrary|aplibrary|fcpbundle|prproj)$/i],
  ['records', /\.(?:sqlite3?|db3?)(?:-(?:wal|shm|journal))?$/i],
  ['hidden', /^\./],
]

/** Of files only, as folders may well be called so. A memory image of a program that crashed is called `core`. */
const fileRows: typeof rows = [
  ['secret', /^(?:credentials|passwd|shadow)$/i],
  ['records', /^(?:vg)?core(?:\.\d+)?$|\.log(?:\.\d+)?(?:\.gz)?$/i],
]

const ownerOf = (name: string, isFolder: boolean): Owner | null =>
  (isFolder ? rows : [...rows, ...fileRows]).find(([, pattern]) => pattern.test(name))?.[0] ?? null

/** Nearly all names are such. */
const ordinary =
  /^(?!.*(?:_conflict[-_]\d|wp-config|_(?:BASE|LOCAL|REMOTE|BACKUP)_\d|(?:pass\w*|\w*passe|contrase\w*|senhas?|wachtwoorden)\.(?:txt|pdf)))(?:[a-z0-9-]+\/)*[\w-]+\.(?:md|jpe?g|JPE?G|png|svg|gif|webp|avif|html|css|js|mp4|mp3|vtt|txt|pdf|woff2)$/

/** `path`: of a file, or with a slash at its end of a folder. `kept`: paths that stay, whatever their names. */
export const findLeftBehind = (path: string, kept: readonly string[] = []): LeftBehind | null => {
  if (ordinary.test(path)) return null
  for (let start = 0; start < path.length; ) {
    const slash = path.indexOf('/', start)
    const end = slash === -1 ? path.length : slash
    const isKept = kept.includes(path.slice(0, end))
    const owner = isKept ? null : ownerOf(path.slice(start, end), slash !== -1)
    if (owner !== null) return { top: path.slice(0, end + 1), owner }
    start = end + 1
  }
  return null
}
