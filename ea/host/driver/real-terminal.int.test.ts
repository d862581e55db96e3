import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { probeBinary } from './probe/probe-binary.ts'
import { call, callAtTimer, FILE, result } from './probe/probe.ts'
import { RealTerminal, type RealOptions } from './real-terminal.ts'

const binary = await probeBinary()
let home: string
let files: string
const open: RealTerminal[] = []

function start(options: Partial<RealOptions> = {}): RealTerminal {
  const terminal = new RealTerminal(binary, { files, ...options })
  open.push(terminal)
  return terminal
}

async function does(terminal: RealTerminal, line: string): Promise<string> {
  return result(await terminal.run(call(line)))
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bitten-real-'))
  files = join(home, 'Files')
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(terminal => terminal.kill()))
  rmSync(home, { recursive: true, force: true })
})

describe('files', () => {
  it('hold after kill -9 what was flushed, and nothing else', async () => {
    const terminal = start()
    await terminal.run('init')
    await does(terminal, `open a.txt ${FILE.write | FILE.text | FILE.ansi}`)
    await does(terminal, 'write 1 safe')
    await does(terminal, 'flush 1')
    await does(terminal, 'write 1 lost')
    expect(await terminal.kill()).toEqual({ code: null, signal: 'SIGKILL' })
    expect(readFileSync(join(files, 'a.txt'), 'utf8')).toBe('safe')
  })

  it('are replaced in one step by FileMove', async () => {
    const terminal = start()
    await terminal.run('init')
    await does(terminal, `open B/new ${FILE.write | FILE.text | FILE.ansi}`)
    await does(terminal, 'write 1 new')
    await does(terminal, 'close 1')
    writeFileSync(join(files, 'B/old'), 'old')
    expect(await does(terminal, `move B/new 0 B/old ${FILE.rewrite}`)).toBe('true')
    expect(readFileSync(join(files, 'B/old'), 'utf8')).toBe('new')
    expect(await does(terminal, 'find B\\* 0')).toBe('old')
  })

  it('that are not shared belong to one terminal', async () => {
    const [first, second] = [start(), start()]
    const opening = `open lock ${FILE.read | FILE.write | FILE.binary}`
    await Promise.all([first.run('init'), second.run('init')])
    expect(await does(first, opening)).toBe('1')
    expect(await does(second, opening)).toBe('-1 error 5004')
    await first.kill()
    expect(await does(second, opening)).toBe('1')
  })

  it('die at the step the driver named', async () => {
    const terminal = start()
    await terminal.run('init')
    await does(terminal, `open a.txt ${FILE.write | FILE.text | FILE.ansi}`)
    await does(terminal, 'write 1 gone')
    await terminal.run('die file.flush before')
    await expect(terminal.run(call('flush 1'))).rejects.toThrow('the host process has ended')
    expect((await terminal.ended).signal).toBe('SIGKILL')
    expect(readFileSync(join(files, 'a.txt'), 'utf8')).toBe('')
  })
})

describe('global variables', () => {
  it('that were flushed are there in the next process', async () => {
    const first = start()
    await first.run('init')
    await does(first, 'global-set a 2.5')
    await does(first, 'global-flush')
    await first.kill()
    const second = start()
    await second.run('init')
    expect(await does(second, 'global-get a')).toBe('2.50')
  })
})

describe('sockets', () => {
  let server: Server
  let peers: Socket[]
  let port: number

  beforeEach(async () => {
    peers = []
    server = createServer(peer => {
      peers.push(peer)
      peer.on('error', () => undefined)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
  })
  afterEach(() => {
    for (const peer of peers) peer.destroy()
    server.close()
  })

  async function connected(): Promise<RealTerminal> {
    const terminal = start()
    await terminal.run('init')
    await terminal.run('allow 127.0.0.1')
    await does(terminal, 'socket')
    expect(await does(terminal, `connect 1 127.0.0.1 ${port} 1000`)).toBe('true')
    while (peers.length === 0) await new Promise(resolve => setTimeout(resolve, 1))
    return terminal
  }

  it('carry bytes both ways', async () => {
    const terminal = await connected()
    const heard = new Promise<Buffer>(resolve => peers[0]?.once('data', resolve))
    expect(await does(terminal, 'send 1 3')).toBe('3')
    expect([...(await heard)]).toEqual([0, 1, 2])
    peers[0]?.write('ok')
    expect(await does(terminal, 'receive 1 2 1000')).toBe('2 6f6b')
  })

  it('see the end of the connection', async () => {
    const terminal = await connected()
    peers[0]?.destroy()
    expect(await does(terminal, 'receive 1 1 1000')).toBe('-1  error 5273')
    expect(await does(terminal, 'connected 1')).toBe('false')
  })

  it('are closed by the system when the process is killed', async () => {
    const terminal = await connected()
    peers[0]?.resume()
    const over = new Promise(resolve => peers[0]?.once('close', resolve))
    await terminal.kill()
    await over
  })

  it('that nobody listens to fail within the timeout', async () => {
    server.close()
    const terminal = start()
    await terminal.run('init')
    await terminal.run('allow 127.0.0.1')
    await does(terminal, 'socket')
    expect(await does(terminal, `connect 1 127.0.0.1 ${port} 300`)).toBe('false error 5272')
  })
})

describe('the loop', () => {
  it('runs timers by itself and serves the channel meanwhile', async () => {
    const terminal = start()
    await terminal.run('init')
    await terminal.run(callAtTimer('tick-count'))
    const beat = terminal.waitFor(line => String(line['print']).startsWith('tick-count='), 5000)
    await does(terminal, 'timer 20')
    await beat
  })

  it('serves market verbs while the program sleeps', async () => {
    const terminal = start()
    await terminal.run('init')
    const asleep = terminal.run(call('sleep 400'))
    const files = terminal.run('file list')
    const order: string[] = []
    await Promise.all([asleep.then(() => order.push('sleep')), files.then(() => order.push('files'))])
    // Lines are answered in the order of their ends, and the sleep ends last.
    expect(order).toEqual(['files', 'sleep'])
  })

  it('ends by quit with OnDeinit and exit code 0', async () => {
    const terminal = start()
    await terminal.run('init')
    expect(await terminal.quit()).toEqual({ code: 0, signal: null })
  })

  it('ends with exit code 70 after a critical error', async () => {
    const terminal = start()
    await terminal.run('init')
    await expect(terminal.run(call('out-of-range 9'))).rejects.toThrow('critical error: array out of range')
    expect((await terminal.ended).code).toBe(70)
  })
})
