import { randomBytes } from 'node:crypto'
import { connect, createServer, type AddressInfo } from 'node:net'
import { Dealer } from 'zeromq'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually } from '../../testkit/eventually.ts'
import { EpochMs, TerminalId, Ulid } from '../../contracts/primitives.ts'
import type { Hello } from '../../contracts/wire/index.ts'
import { DealerTerminal } from '../../testkit/dealer-terminal.ts'
import { bodyOf, ProtocolPeer } from '../../testkit/protocol-peer.ts'
import { encodeBody, newPairingKey } from '../../wire/index.ts'
import type { LinkListener } from './switchboard.ts'
import { openTerminalLink, type TerminalLink } from './terminal-link.ts'

const KEY = newPairingKey()
const ONE = TerminalId.parse('terminal-1')
const ULID = Ulid.parse('01KDVDNP00ABCDEFGHJKMNPQRS')
const beat = { marketMs: EpochMs.parse(5), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: null, queued: 0, unacked: 0 } // prettier-ignore

class Told implements LinkListener {
  readonly lines: string[] = []
  readonly numbers: number[] = []
  terminalUp(terminal: TerminalId) {
    this.lines.push(`up ${terminal}`)
  }
  terminalDown(terminal: TerminalId, reason: string) {
    this.lines.push(`down ${terminal}: ${reason}`)
  }
  frame(_terminal: TerminalId, header: { n: number }) {
    this.numbers.push(header.n)
  }
  faulted(terminal: TerminalId | null, code: string) {
    this.lines.push(`fault ${terminal ?? 'stranger'} ${code}`)
  }
}

const toClose: { close(): unknown }[] = []
afterEach(async () => {
  for (const open of toClose.splice(0).toReversed()) await open.close()
})

async function openLink(listener: LinkListener, { port = 0, beatMs = 1_000 } = {}): Promise<TerminalLink> {
  const now = () => EpochMs.parse(Date.now())
  const link = await openTerminalLink({ port, pairingKey: KEY, version: '0.1.0', beatMs, now, listener })
  if (link.is === 'refused') throw new Error(link.text)
  toClose.push(link)
  return link
}

function terminalOn(port: number, { key = KEY, ...hello }: Partial<Hello> & { key?: Uint8Array } = {}) {
  const terminal = new DealerTerminal(port, new ProtocolPeer(key, hello))
  toClose.push(terminal)
  return terminal
}

describe('a terminal over ZeroMQ', () => {
  it('links, is answered with an ack, and hears what the app sends', async () => {
    const told = new Told()
    const link = await openLink(told)
    const terminal = terminalOn(link.port)

    await terminal.link()
    await terminal.send(terminal.peer.say('beat', beat))
    expect((await terminal.receive()).header).toMatchObject({ t: 'ack', n: 1, a: 0 })
    link.send(ONE, 'flatten', encodeBody('flatten', { id: ULID, magic: 777_001 }))

    expect(bodyOf('flatten', await terminal.receiveType('flatten'))).toEqual({ id: ULID, magic: 777_001 })
    expect([told.lines, told.numbers]).toEqual([['up terminal-1'], [1]])
  })

  it('with another pairing key, version or an id that is in use is refused', async () => {
    const link = await openLink(new Told())
    await terminalOn(link.port).link()
    await expect(
      terminalOn(link.port, { key: newPairingKey(), uuid: TerminalId.parse('terminal-2') }).link(),
    ).rejects.toThrow('WRONG_KEY')
    await expect(terminalOn(link.port).link()).rejects.toThrow('SECOND_TERMINAL')
    const newer = terminalOn(link.port, { versions: [2] })
    await newer.send(newer.peer.hello())
    expect(bodyOf('refuse', await newer.receive()).code).toBe('WRONG_VERSION')
  })

  it('sends 10,000 messages at once and none is lost or out of order', async () => {
    const told = new Told()
    const link = await openLink(told)
    const terminal = terminalOn(link.port)
    await terminal.link()

    const sends = Array.from({ length: 10_000 }, () => terminal.send(terminal.peer.say('beat', beat)))
    await Promise.all(sends)

    await eventually(() => expect(told.numbers).toHaveLength(10_000))
    expect(told.numbers).toEqual(Array.from({ length: 10_000 }, (_, at) => at + 1))
    expect(told.lines).toEqual(['up terminal-1'])
  })

  it('that vanishes is missed when its connection closes, and may come back at once', async () => {
    const told = new Told()
    const link = await openLink(told, { beatMs: 60_000 })
    const terminal = terminalOn(link.port)
    await terminal.link()

    terminal.close()
    await eventually(() =>
      expect(told.lines).toEqual(['up terminal-1', 'down terminal-1: its connection was closed']),
    )

    await terminalOn(link.port).link()
    expect(told.lines.at(-1)).toBe('up terminal-1')
  })

  it('that falls silent with its connection open is missed after three beats', async () => {
    const told = new Told()
    const link = await openLink(told, { beatMs: 40 })
    await terminalOn(link.port).link()
    await eventually(() => expect(told.lines.at(-1)).toBe('down terminal-1: it has fallen silent'))
  })

  it('that does not read is let go, and the others are served', async () => {
    const told = new Told()
    const link = await openLink(told, { beatMs: 60_000 })
    const deaf = terminalOn(link.port)
    const other = terminalOn(link.port, { uuid: TerminalId.parse('terminal-2') })
    await deaf.link()
    await other.link()

    const bulk = new Uint8Array(200_000)
    for (let at = 0; at < 5_000 && link.send(ONE, 'history', bulk).is === 'queued'; at += 1) {
      if (at % 10 === 0) await new Promise(resolve => setImmediate(resolve))
    }

    expect(told.lines.at(-1)).toBe('down terminal-1: it does not read what is sent to it')
    await other.send(other.peer.say('beat', beat))
    expect((await other.receive()).header.t).toBe('ack')
  })
})

describe('the port', () => {
  it('survives 100 messages of random bytes, and says so once', async () => {
    const told = new Told()
    const link = await openLink(told)
    const stranger = new Dealer({ linger: 250, receiveTimeout: 300 })
    toClose.push(stranger)
    stranger.connect(`tcp://127.0.0.1:${link.port}`)

    for (let at = 0; at < 100; at += 1) {
      await stranger.send(
        Array.from({ length: 1 + (at % 5) }, (_, part) => randomBytes(((at + part) * 37) % 600)),
      )
    }

    expect(await stranger.receive()).toHaveLength(3)
    await expect(stranger.receive()).rejects.toThrow()
    await terminalOn(link.port).link()
    expect(told.lines.filter(line => line.startsWith('up'))).toEqual(['up terminal-1'])
  })

  it('survives bytes that are not ZeroMQ at all', async () => {
    const link = await openLink(new Told())
    for (const bytes of ['GET / HTTP/1.1\r\nHost: x\r\n\r\n', randomBytes(5_000), Buffer.alloc(64, 0xff)]) {
      const socket = connect(link.port, '127.0.0.1')
      socket.on('error', () => undefined)
      await new Promise<void>(resolve => socket.write(bytes, () => resolve()))
      socket.destroy()
    }
    await terminalOn(link.port).link()
  })

  it('that is in use gives way to the next free one', async () => {
    const holder = createServer()
    await new Promise<void>(resolve => holder.listen(0, '127.0.0.1', resolve))
    toClose.push({ close: () => new Promise(resolve => holder.close(resolve)) })
    const { port } = holder.address() as AddressInfo

    const link = await openLink(new Told(), { port })

    expect(link.port).toBeGreaterThan(port)
    await terminalOn(link.port).link()
  })

  it('is free again after the link was closed, and the engine was told', async () => {
    const told = new Told()
    const link = await openLink(told)
    await terminalOn(link.port).link()
    await link.close()
    expect(told.lines).toEqual(['up terminal-1', 'down terminal-1: BITTEN stopped'])
    expect((await openLink(new Told(), { port: link.port })).port).toBe(link.port)
  })
})
