import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readSecret } from './read-secret.ts'

/** A terminal that a test types at. */
function terminal() {
  const modes: boolean[] = []
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => modes.push(raw),
  })
  const stderr = new PassThrough({ encoding: 'utf8' })
  const stop = new AbortController()
  const read = readSecret('Token: ', { stdin, stderr, stop: stop.signal })
  return { stdin, stop, modes, read, shown: () => String(stderr.read()) }
}

describe('a secret at a terminal', () => {
  it('is read to the end of the line and never shown', async () => {
    const { stdin, modes, read, shown } = terminal()
    stdin.write('700')
    stdin.write('1:abX\u007fc\r and the next line')
    expect(await read).toBe('7001:abc')
    expect(shown()).toBe('Token: \n')
    expect(modes).toEqual([true, false])
  })

  it.each(['\u0003', '\u0004'])('is given up by %j, and the terminal is as before', async key => {
    const { stdin, modes, read } = terminal()
    stdin.write(`700${key}`)
    expect(await read).toBeNull()
    expect(modes).toEqual([true, false])
  })

  it('is given up when the command is told to end, or the terminal is gone', async () => {
    const told = terminal()
    told.stop.abort()
    expect(await told.read).toBeNull()
    const gone = terminal()
    gone.stdin.end()
    expect(await gone.read).toBeNull()
  })
})

describe('a secret from a pipe', () => {
  const from = (...chunks: readonly string[]) => {
    const stdin = new PassThrough()
    chunks.forEach(chunk => stdin.write(chunk))
    stdin.end()
    const stderr = new PassThrough({ encoding: 'utf8' })
    const read = readSecret('Token: ', { stdin, stderr, stop: new AbortController().signal })
    return { read, stderr }
  }

  it('is all of it, without a question', async () => {
    const { read, stderr } = from('7001:', 'abc\n')
    expect(await read).toBe('7001:abc\n')
    expect(stderr.read()).toBeNull()
  })

  it('ends where no secret is so long', async () => {
    expect((await from('x'.repeat(9_999), 'y'.repeat(9_999), 'z').read)?.length).toBeLessThan(20_001)
  })
})
