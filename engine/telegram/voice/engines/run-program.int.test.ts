import { describe, expect, it } from 'vitest'
import { runProgram, type Run } from './run-program.ts'

const NEVER = new AbortController().signal
const node = (source: string) => ({
  program: process.execPath,
  args: ['-e', source],
  words: 'hello',
  stop: NEVER,
})
const sentenceOf = (run: Run) => (run.is === 'failed' ? run.text : 'It was done.')
const HANGS = 'setInterval(() => {}, 1000)'

describe('a speech program', () => {
  it('gets the words by its standard input, and what it writes comes back', async () => {
    const run = await runProgram(node('process.stdin.pipe(process.stdout)'))
    expect(run.is === 'done' && Buffer.from(run.stdout).toString()).toBe('hello')
  })

  it('that fails, hears nothing or is missing is said in one sentence', async () => {
    expect(await runProgram(node('process.exit(3)'))).toEqual({
      is: 'failed',
      text: `${process.execPath} ended without speaking (3).`,
    })
    const deaf = await runProgram({ ...node('process.exit(0)'), words: 'again '.repeat(200_000) })
    expect(deaf).toMatchObject({ is: 'done', stdout: Buffer.alloc(0) })
    const missing = await runProgram({ ...node(''), program: '/nowhere/espeak-ng' })
    expect(sentenceOf(missing)).toContain('/nowhere/espeak-ng did not run')
  })

  it('that hangs is killed at its time limit', async () => {
    const run = await runProgram({ ...node(HANGS), timeLimitMs: 200 })
    expect(sentenceOf(run)).toContain('SIGKILL')
  })

  it('that hangs is killed when the bot stops, and none starts afterwards', async () => {
    const stop = new AbortController()
    const run = runProgram({ ...node(HANGS), stop: stop.signal })
    stop.abort()
    expect(await run).toMatchObject({ is: 'failed' })
    expect(await runProgram({ ...node('0'), stop: stop.signal })).toMatchObject({ is: 'failed' })
  })

  it('that never ends its sound is killed when it is enough for a minute', async () => {
    const endless = 'const more = () => process.stdout.write(Buffer.alloc(1e6), more); more()'
    const run = await runProgram(node(endless))
    expect(run.is === 'done' && run.stdout.length).toBeGreaterThan(60 * 48_000 * 4)
  })
})
