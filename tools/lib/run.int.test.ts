import { expect, test } from 'vitest'
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
