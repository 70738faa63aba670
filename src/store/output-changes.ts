// Which files of the published folder a publish added, changed and removed.

/** Paths relative to the published folder, sorted. */
export type OutputChanges = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

export const noChanges: OutputChanges = { added: [], changed: [], removed: [] }

export const joinChanges = (first: OutputChanges, second: OutputChanges): OutputChanges => {
  const isNew = new Set(first.added)
  const removed = new Set(second.removed)
  const again = new Set([...second.added, ...second.changed])
  const wasThere = new Set([...first.changed, ...first.removed, ...second.changed, ...second.removed])
  const made = [...new Set([...first.added, ...first.changed, ...again])].filter(file => !removed.has(file))
  return {
    added: made.filter(file => isNew.has(file) || !wasThere.has(file)).sort(),
    changed: made.filter(file => !isNew.has(file) && wasThere.has(file)).sort(),
    removed: [...new Set([...first.removed.filter(file => !again.has(file)), ...second.removed])].sort(),
  }
}
