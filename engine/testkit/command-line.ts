import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { bundleDesk } from './bundle-program.ts'

let built: Promise<string> | null = null

export type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>

/** A running `bitten` command of the sources as they are. */
export type RunningCommand = Readonly<{
  child: ChildProcessByStdio<null, Readable, Readable>
  /** What it has written to standard output so far. */
  written(): string
  ended: Promise<Ended>
}>

/** Starts `bitten` with a data folder of its own, without a display. */
export async function startBitten(dataFolder: string, ...argv: readonly string[]): Promise<RunningCommand> {
  const program = await (built ??= bundleDesk())
  const env = { ...process.env, BITTEN_DATA: dataFolder, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const child = spawn(process.execPath, [program, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Ended>(resolve => child.on('close', code => resolve({ code, stdout, stderr })))
  return { child, written: () => stdout, ended }
}

/** Runs `bitten` to its end. */
export async function bitten(dataFolder: string, ...argv: readonly string[]): Promise<Ended> {
  return (await startBitten(dataFolder, ...argv)).ended
}
