import path from 'node:path'
import { build } from 'vite'

const PROJECT = path.resolve(import.meta.dirname, '../..')

/**
 * Builds one TypeScript entry into a file that plain Node can run, for tests that need a real process or worker.
 * npm packages stay outside, as in the app's own build, so the file has to lie inside the project.
 */
export async function bundleProgram(entry: string): Promise<string> {
  const name = path.basename(entry, '.ts')
  const outDir = path.join(PROJECT, '.cache', 'test-programs', name)
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    build: {
      ssr: path.join(PROJECT, entry),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  })
  return path.join(outDir, `${name}.js`)
}
