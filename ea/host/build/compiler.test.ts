import { afterEach, expect, test, vi } from 'vitest'
import { compile } from './compiler.ts'

afterEach(() => vi.unstubAllEnvs())

test('a machine without a compiler is told what to install', async () => {
  vi.stubEnv('PATH', '')
  expect(await compile(['--version'])).toEqual({
    ok: false,
    messages: 'The EA is compiled with g++, which is not installed: on Debian, run "apt install g++".',
  })
})
