import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { collect } from './run.mjs'

test('what a program prints and its exit code are collected', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(3)'
  const result = await collect(process.execPath, ['-e', script])
  expect(result).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' })
})

test('a program that is not there ends with code 127', async () => {
  expect((await collect('no-such-program-here', [])).code).toBe(127)
})

test('a program that takes too long is ended and counts as failed', async () => {
  const result = await collect(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 })
  expect(result.code).not.toBe(0)
})

describe.skipIf(process.platform === 'win32')('a program that runs alone', () => {
  const COUNTER = `let heard = 0
    process.on('SIGINT', () => { heard += 1; setTimeout(() => process.exit(heard), 300) })
    setInterval(() => {}, 1000)
    console.log('ready')`
  const RUNNER = `import { attach } from ${JSON.stringify(path.join(import.meta.dirname, 'run.mjs'))}
    process.exitCode = await attach(process.execPath, ['-e', process.argv[1]], { alone: true })`

  test('hears a Ctrl-C once, though it comes from the terminal and from npm, and gives its exit code', async () => {
    const runner = spawn(process.execPath, ['--input-type=module', '-e', RUNNER, COUNTER])
    await once(runner.stdout, 'data')
    runner.kill('SIGINT')
    await sleep(50)
    runner.kill('SIGINT')
    await once(runner, 'close')
    expect(runner.exitCode).toBe(1)
  })
})
