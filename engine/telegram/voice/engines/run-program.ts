import { spawn } from 'node:child_process'

/** Programs start slowly on a busy computer, and none needs as long for a minute of speech. */
const TIME_LIMIT_MS = 30_000
/** A minute at the highest rate, two channels, 16 bits; nobody listens to what comes after it. */
const MOST_BYTES = 60 * 48_000 * 2 * 2 + 4_096

/** What to start: an absolute path, arguments without a word of what is said, and the words for its standard input. */
export type Task = Readonly<{
  program: string
  args: readonly string[]
  words: string
  env?: Readonly<Record<string, string>>
  stop: AbortSignal
  timeLimitMs?: number
}>

/** What the program wrote, or the sentence that says why that is of no use. */
export type Run = Readonly<{ is: 'done'; stdout: Uint8Array }> | Readonly<{ is: 'failed'; text: string }>

/**
 * Runs a program without a shell. The words go through its standard input: every user of the computer can read the
 * arguments of every program. It is killed at `stop`, at the time limit, and when it has written enough.
 */
export function runProgram({ program, args, words, env = {}, stop, timeLimitMs = TIME_LIMIT_MS }: Task) {
  return new Promise<Run>(resolve => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
      signal: stop,
    })
    const parts: Uint8Array[] = []
    let bytes = 0
    child.stdout.on('data', (part: Uint8Array) => {
      parts.push(part)
      bytes += part.length
      if (bytes >= MOST_BYTES) child.kill('SIGKILL')
    })
    child.on('error', error => resolve({ is: 'failed', text: `${program} did not run: ${error.message}.` }))
    child.on('close', (code, signal) => {
      const isEnough = code === 0 || bytes >= MOST_BYTES
      if (isEnough) resolve({ is: 'done', stdout: Buffer.concat(parts) })
      else
        resolve({ is: 'failed', text: `${program} ended without speaking (${code ?? signal ?? 'no code'}).` })
    })
    // A program that ends early closes the pipe; its exit code says so better than the pipe does.
    child.stdin.on('error', () => {})
    child.stdin.end(words)
  })
}
