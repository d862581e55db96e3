/** Entry of the `bitten` command: finds its sibling programs, reads the environment, and hands over. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { takeEnvironment } from '../host/data-folder/environment.ts'
import { runCli } from './cli.ts'

const here = import.meta.dirname
const sibling = (name: string) => path.join(here, name)

/** Under npm one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1_000

const stop = new AbortController()
let stopAskedMs = 0
/** The first asks for an end in order; a later one does not wait for it. */
const onSignal = () => {
  if (!stop.signal.aborted) {
    stopAskedMs = performance.now()
    stop.abort()
  } else if (performance.now() - stopAskedMs > SAME_SIGNAL_MS) process.exit(130)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)

/** Whoever read our answer has gone, as `head` does: there is nobody left to say it to. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  stop.abort()
})

process.exitCode = await runCli(process.argv.slice(2), {
  version: versionOfApp(),
  paths: {
    self: import.meta.filename,
    engineWorker: sibling('engine.worker.js'),
    archiveWorker: sibling('archive.worker.js'),
    telegramWorker: sibling('telegram.worker.js'),
    labWorker: sibling('lab.worker.js'),
    terminalSim: sibling('terminal-sim.js'),
    ea: sibling('../../ea'),
    models: sibling('../../resources/models'),
  },
  environment: takeEnvironment(),
  hasDisplay:
    process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  stop: stop.signal,
})

/** Source and build lie equally deep below package.json. */
function versionOfApp(): string {
  const text = readFileSync(path.join(here, '../../package.json'), 'utf8')
  const { version } = JSON.parse(text) as { version: string }
  return version
}
