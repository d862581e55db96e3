import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { fingerprintOf } from '../../tools/lib/fingerprint.mjs'
import { withLock } from '../../tools/lib/lock.mjs'

export type DeskPrograms = Readonly<{
  folder: string
  desk: string
  paths: Readonly<{ engineWorker: string; archiveWorker: string; terminalSim: string }>
}>

const PROJECT = path.resolve(import.meta.dirname, '../..')
const SOURCES = ['engine', 'package-lock.json']

/**
 * Builds one TypeScript entry into a file that plain Node can run, for tests that need a real process or worker.
 * npm packages stay outside, as in the app's own build, so the file has to lie inside the project.
 */
export async function bundleProgram(entry: string): Promise<string> {
  const name = path.basename(entry, '.ts')
  const folder = path.join(PROJECT, '.cache', 'test-programs', name)
  await bundle({ [name]: entry }, folder)
  return path.join(folder, `${name}.js`)
}

/** Builds the programs of a desk without a window beside one another, as the app's own build does. */
export async function bundleDesk(): Promise<string> {
  // As deep below package.json as out/main.
  const folder = path.join(PROJECT, '.cache', 'test-desk')
  await bundle(
    {
      bitten: 'engine/cli/bitten.ts',
      'engine.worker': 'engine/workers/engine.worker.ts',
      'archive.worker': 'engine/workers/archive.worker.ts',
      'telegram.worker': 'engine/workers/telegram.worker.ts',
      'lab.worker': 'engine/workers/lab.worker.ts',
      'lab-desk': 'engine/workers/lab-desk/lab-desk.process.ts',
      'terminal-sim': 'engine/terminal-sim/terminal-sim.process.ts',
    },
    folder,
  )
  return path.join(folder, 'bitten.js')
}

/** The programs of a desk that a test may kill, in a folder of its own: other builds leave it alone while it runs. */
export async function bundleDeskProcess(folder: string): Promise<DeskPrograms> {
  const outDir = path.join(PROJECT, '.cache', folder)
  await bundle(
    {
      desk: 'engine/testkit/programs/desk-process.ts',
      engineWorker: 'engine/workers/engine.worker.ts',
      archiveWorker: 'engine/workers/archive.worker.ts',
      terminalSim: 'engine/terminal-sim/terminal-sim.process.ts',
    },
    outDir,
  )
  const built = (name: string) => path.join(outDir, `${name}.js`)
  return {
    folder: outDir,
    desk: built('desk'),
    paths: {
      engineWorker: built('engineWorker'),
      archiveWorker: built('archiveWorker'),
      terminalSim: built('terminalSim'),
    },
  }
}

/** Files of tests that run at once ask for the same programs: one builds, the others wait and find it done. */
async function bundle(entries: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  const stamp = path.join(outDir, '.built-from')
  await withLock(`${outDir}.lock`, async () => {
    const fingerprint = fingerprintOf(PROJECT, SOURCES)
    if ((await readFile(stamp, 'utf8').catch(() => null)) === fingerprint) return
    await buildInto(entries, outDir)
    await writeFile(stamp, fingerprint)
  })
}

async function buildInto(entries: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  const input = Object.entries(entries).map(([name, entry]) => [name, path.join(PROJECT, entry)] as const)
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: Object.fromEntries(input), output: { entryFileNames: '[name].js' } },
    },
  })
}
