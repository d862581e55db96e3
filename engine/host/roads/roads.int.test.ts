import { createServer } from 'node:net'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { TerminalId } from '../../contracts/primitives.ts'
import { newDataFolder } from '../../testkit/data-folder.ts'
import { eventually } from '../../testkit/eventually.ts'
import { FileTerminal } from '../../testkit/file-terminal.ts'
import { freePort } from '../../testkit/free-port.ts'
import { dealerOf, pairingKeyOf } from '../../testkit/host-dealer.ts'
import { aPost } from '../../testkit/predecessor-ea.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { bundleHost, startWholeHost, viewOf } from '../../testkit/whole-host.ts'
import type { Host } from '../index.ts'

beforeAll(bundleHost, 60_000)

const aHost = (roads: object) => startWholeHost(newDataFolder({ roads }))

/** A host with one folder, and a terminal in it that writes its status and answers questions as long as the test runs. */
async function aFileTerminal(beats = true) {
  const folder = path.join(temporaryFolder(), 'drop')
  const host = await aHost({ files: { folders: [folder] } })
  const terminal = new FileTerminal(folder, pairingKeyOf(host))
  const beating = setInterval(() => {
    if (beats && terminal.answerSync() === null) terminal.status()
  }, 100)
  onTestFinished(() => clearInterval(beating))
  return { host, terminal }
}

const noticesOf = (host: Host) => host.notices().map(({ text }) => text)

describe('a terminal on the file road', () => {
  it('is reconciled and armed like any other, and its row says by which road it is linked', async () => {
    const { host } = await aFileTerminal()
    await eventually(async () => {
      const { links, prices } = await viewOf(host)
      expect(links).toMatchObject([
        { terminal: 'terminal-1', state: 'live', road: 'files', armed: true, problem: null },
      ])
      expect(links[0]?.cannot).toContain('no history')
      expect(prices.EURUSD).toMatchObject({ symbol: 'EURUSD.m', bid: '1.10234', ask: '1.10236' })
    })
  })

  it('is refused over ZeroMQ while it is there, and the notice says so', async () => {
    const { host } = await aFileTerminal()
    await eventually(() => expect(host.links()).toMatchObject([{ road: 'files' }]))
    const dealer = dealerOf(host, { uuid: TerminalId.parse('terminal-1') })
    await expect(dealer.link()).rejects.toThrow('SECOND_TERMINAL')
    expect(noticesOf(host)[0]).toContain('linked already')
  })

  it('is refused here while it is linked over ZeroMQ, and the notice says so', async () => {
    const { host, terminal } = await aFileTerminal(false)
    const dealer = dealerOf(host, { uuid: TerminalId.parse('terminal-1') })
    await dealer.link()
    terminal.status()
    await eventually(() => expect(noticesOf(host)[0]).toContain('is linked by another road'))
    expect(host.links()).toMatchObject([{ road: 'zmq' }])
  })

  it('with another pairing key is not linked, and the notice says why', async () => {
    const folder = path.join(temporaryFolder(), 'drop')
    const host = await aHost({ files: { folders: [folder] } })
    new FileTerminal(folder, new Uint8Array(32)).status()
    await eventually(() => expect(noticesOf(host)[0]).toContain('another pairing key'))
  })

  it('that writes nothing any more is down, with what to do', async () => {
    const { host, terminal } = await aFileTerminal(false)
    terminal.status()
    await eventually(() => expect(host.links()).toHaveLength(1))
    await eventually(async () => {
      const [link] = (await viewOf(host)).links
      expect(link?.state).toBe('down')
      // Which of the two depends on whether MetaTrader runs on this computer.
      expect(link?.code).toMatch(/^(NOT_LINKED|NOT_RUNNING)$/)
      expect(link?.nextStep).toContain('MetaTrader')
    })
  })
})

describe("the predecessor's Expert Advisor", () => {
  it('shows its prices, is never armed, and the row says why', async () => {
    const port = await freePort()
    const host = await aHost({ legacy: { on: true, port, account: 'demo' } })
    const answer = await fetch(`http://127.0.0.1:${port}/market-data`, {
      method: 'POST',
      body: JSON.stringify(aPost()),
    })
    expect(answer.status).toBe(200)
    await eventually(async () => {
      const { links, prices } = await viewOf(host)
      expect(prices.EURUSD).toMatchObject({ bid: '1.10234', ask: '1.10236' })
      expect(links).toMatchObject([{ road: 'legacy', kind: 'demo', armed: false }])
      expect(links[0]?.problem).toContain('Prices only')
      expect(links[0]?.cannot).toContain('orders that never expire')
    })
    expect(noticesOf(host)[0]).toContain('nothing proves who posts there')
  })

  it('is not listened to unless the trader wants it', async () => {
    const port = await freePort()
    await aHost({ legacy: { port } })
    await expect(fetch(`http://127.0.0.1:${port}/market-data`, { method: 'POST' })).rejects.toThrow(
      'fetch failed',
    )
  })

  it('whose port is taken costs nothing but a notice', async () => {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const host = await aHost({ legacy: { on: true, port } })
    expect(noticesOf(host)[0]).toContain(`port ${port} can't be opened`)
  })
})
