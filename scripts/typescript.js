// Lets Node run TypeScript as it stands: by itself from 22.18 on, by tsx before that.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api')
  register()
}
