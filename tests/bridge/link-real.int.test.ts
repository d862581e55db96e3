import { createServer, type Server, type Socket } from 'node:net'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EpochMs, type TerminalId } from '../../engine/contracts/primitives.ts'
import { openTerminalLink, type TerminalLink } from '../../engine/host/terminal-link/terminal-link.ts'
import { temporaryFolder } from '../../engine/testkit/temporary-folder.ts'
import { encodeBody, formatPairingKey } from '../../engine/wire/index.ts'
import { buildEa } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import { RealTerminal } from '../../ea/host/driver/real-terminal.ts'

const KEY = Buffer.alloc(32, 5)
const PATIENCE = { timeout: 15_000, interval: 10 }

const build = await buildEa({ program: 'tests/bridge/programs/LinkProgram.mq5', variant: 'release' })
if (!build.ok) throw new Error(build.errors.join('\n'))
const { binary } = build

const told: string[] = []
const heard: number[] = []
const open: { close(): unknown }[] = []
let prints: string[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  told.length = 0
  heard.length = 0
  prints = []
})

async function app(port: number): Promise<TerminalLink> {
  const link = await openTerminalLink({
    port,
    pairingKey: KEY,
    version: 'test',
    beatMs: 300,
    now: () => EpochMs.parse(Date.now()),
    listener: {
      terminalUp: (_, session) => told.push(`up ${session}`),
      terminalDown: (_, reason) => told.push(`down: ${reason}`),
      frame(terminal, { n, s = '' }) {
        heard.push(n)
        if (link.is === 'open') link.committed(terminal, s, n)
      },
      faulted: (_, code) => told.push(`fault ${code}`),
    },
  })
  if (link.is === 'refused') throw new Error(link.text)
  open.push(link)
  return link
}

async function startEa(port: number): Promise<RealTerminal> {
  const terminal = new RealTerminal(binary, {
    files: path.join(temporaryFolder(), 'files'),
    seed: port,
  })
  open.push({ close: () => terminal.kill() })
  terminal.onLine(line => typeof line['print'] === 'string' && prints.push(line['print']))
  await terminal.run('allow 127.0.0.1')
  await terminal.run(commands.input('InpKey', formatPairingKey(KEY)))
  await terminal.run(commands.input('InpPort', String(port)))
  await terminal.run('init')
  return terminal
}

const printed = (start: string, times = 1) =>
  vi.waitFor(() => {
    const lines = prints.filter(line => line.startsWith(start))
    if (lines.length < times) throw new Error(`not ${times} × "${start}" in\n${prints.join('\n')}`)
    return lines
  }, PATIENCE)

const uuid = (): TerminalId => prints.find(line => line.startsWith('uuid'))?.split(' ')[1] as TerminalId

describe('the link of the EA over TCP', () => {
  it('tells the app 500 facts in order, and hears that each is on disk', async () => {
    const { port } = await app(0)
    const ea = await startEa(port)
    await printed('live')
    await ea.run(Array.from({ length: 500 }, () => commands.chartEvent(1, 0, 0, 'fact')).join('\t'))
    await vi.waitFor(() => expect(heard).toEqual(Array.from({ length: 500 }, (_, at) => at + 1)), PATIENCE)
    await ea.run(commands.chartEvent(1, 0, 0, 'beat'))
    await printed('confirmed 500')
  })

  it('outlives the app: a new session stands soon after it has come back', async () => {
    const first = await app(0)
    await startEa(first.port)
    await printed('live')
    await first.close()
    await printed('apart')
    const second = await app(first.port)
    await printed('live', 2)
    expect(second.send(uuid(), 'flatten', encodeBody('ack', {}))).toEqual({ is: 'queued' })
    await printed('message flatten')
  })

  it('begins anew when the app says so', async () => {
    const link = await app(0)
    await startEa(link.port)
    await printed('live')
    link.renewAll('the engine was started again')
    expect((await printed('apart'))[0]).toContain('because the engine was started again')
    await printed('live', 2)
  })

  it('leaves a server that takes the connection and closes it, and tries again', async () => {
    let connections = 0
    const server: Server = createServer((socket: Socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    open.push(server)
    const address = server.address()
    await startEa(typeof address === 'object' && address !== null ? address.port : 0)
    await vi.waitFor(() => expect(connections).toBeGreaterThan(2), PATIENCE)
    expect(prints.filter(line => line.startsWith('live'))).toEqual([])
  })
})
