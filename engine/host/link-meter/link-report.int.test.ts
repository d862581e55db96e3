/** The report that the page shows, of a whole host with real terminals over ZeroMQ. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { LinkReport } from '../../contracts/link-report.ts'
import { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import { eventually } from '../../testkit/eventually.ts'
import { dealerOf } from '../../testkit/host-dealer.ts'
import { simulate, startFor } from '../../testkit/simulated-terminal.ts'
import { bundleHost, startWholeHost } from '../../testkit/whole-host.ts'
import { newPairingKey } from '../../wire/index.ts'
import type { Host } from '../index.ts'

const ALPHA = TerminalId.parse('alpha')

beforeAll(bundleHost, 60_000)

async function linkSimulated(host: Host) {
  const { port, pairingKey } = host.ready()
  const start = startFor({ endpoint: `tcp://127.0.0.1:${port}` }, { uuid: ALPHA, pairs: ['EURUSD'] })
  const { simulator } = await simulate({ ...start, pairingKey })
  return simulator
}

function only(report: LinkReport) {
  const [first] = report.terminals
  if (!first) throw new Error('no terminal in the report')
  return first
}

const beat = (denies?: string) => ({
  marketMs: EpochMs.parse(Date.now()),
  autoTrading: false,
  tradeAllowed: true,
  brokerConnected: true,
  pingMs: 42.5,
  queued: 3,
  unacked: 1,
  ...(denies !== undefined && { denies }),
})

describe('the report of the links', () => {
  it('of a simulated terminal has its counters, its latency, its symbols and checks', async () => {
    const host = await startWholeHost()
    expect(await host.linkReport()).toMatchObject({ terminals: [], noEngine: null, protocol: 1 })
    const simulator = await linkSimulated(host)
    const { traffic, desk } = await eventually(async () => {
      const report = only(await host.linkReport())
      expect(report.desk?.link.armed).toBe(true)
      expect(report.traffic.beats.filter(({ deskMs }) => deskMs !== null).length).toBeGreaterThan(1)
      expect(report.traffic.answers.map(({ type }) => type)).toContain('sync')
      return report
    })
    const kinds = traffic.received.map(({ type }) => type)
    for (const type of ['specs', 'account', 'positions', 'ticks', 'beat', 'synced'])
      expect(kinds).toContain(type)
    expect(traffic.received.find(({ type }) => type === 'ticks')?.records).toBeGreaterThan(0)
    expect(traffic.sent.map(({ type }) => type)).toContain('sync')
    expect(traffic).toMatchObject({ terminal: ALPHA, kind: 'simulated', road: 'zmq', isUp: true, sessions: 1, faults: {}, lastEnd: null }) // prettier-ignore
    for (const { deskMs, wayMs } of traffic.beats) {
      if (deskMs !== null) expect(deskMs).toBeGreaterThanOrEqual(0)
      expect(Math.abs(wayMs ?? Number.NaN)).toBeLessThan(5_000)
    }
    expect(desk?.symbols.filter(({ is }) => is !== 'absent').map(({ pair }) => pair)).toEqual(['EURUSD'])
    expect(desk?.checks.find(({ name }) => name === 'NOT_ARMED')?.is).toBe('good')

    await simulator.stop()
    await eventually(async () => {
      const { traffic: lost, desk: known } = only(await host.linkReport())
      expect(lost.isUp).toBe(false)
      expect(lost.lastEnd?.reason).toContain('goodbye')
      expect(known?.checks[0]?.is).toBe('bad')
    })
    await linkSimulated(host)
    await eventually(async () => expect(only(await host.linkReport()).traffic).toMatchObject({ isUp: true, sessions: 2 })) // prettier-ignore
  })

  it('of a peer that breaks the rules counts every fault, and says what it was told last', async () => {
    const host = await startWholeHost()
    const dealer = dealerOf(host, { kind: 'demo', takes: ['placeUntil'], program: 'peer 7' })
    await dealer.link()
    const { peer } = dealer
    await dealer.send(peer.say('beat', beat()))
    const forged = peer.say('beat', beat())
    peer.n -= 1
    for (let n = 0; n < 3; n += 1) await dealer.send([forged[0], forged[1], new Uint8Array(16)])
    await dealer.send(peer.say('beat', beat('The day has lost its limit.')))
    await dealer.send(peer.say('note', { level: 'warn', text: `key ${host.ready().pairingKey}` }))
    await eventually(async () => {
      const { traffic, desk } = only(await host.linkReport())
      expect(traffic).toMatchObject({ faults: { BAD_MAC: 3 }, program: 'peer 7', notes: [{ text: 'key [hidden]' }] }) // prettier-ignore
      expect(traffic.lastFault?.code).toBe('BAD_MAC')
      expect(traffic.beats.map(({ pingMs }) => pingMs)).toEqual([42.5, 42.5])
      expect(desk).toMatchObject({ queued: 3, unacked: 1, workUs: null, maxLots: null, leverage: null })
      const named = (name: string) => desk?.checks.find(check => check.name === name)
      expect(named('ALGO_OFF')).toMatchObject({ is: 'bad' })
      expect(named('ADVISOR_DENIES')?.text).toContain('The day has lost its limit.')
      expect(named('ACCOUNT_FORBIDDEN')).toMatchObject({ is: 'unknown' })
    })
    await dealer.send(peer.say('beat', beat(), { n: peer.n + 5 }))
    await eventually(async () =>
      expect(only(await host.linkReport()).traffic).toMatchObject({
        isUp: false,
        faults: { BAD_MAC: 3, SEQUENCE_GAP: 1 },
        lastEnd: { reason: 'messages of it were lost' },
      }),
    )
  })

  it('tells who was not let in, and holds neither the pairing key nor the hash of a login', async () => {
    const host = await startWholeHost()
    const stranger = dealerOf(host, {}, newPairingKey())
    await expect(stranger.link()).rejects.toThrow('WRONG_KEY')
    const loginHash = 'abcdef0123456789abcdef0123456789'
    await dealerOf(host, { loginHash }).link()
    const report = await eventually(async () => {
      const made = await host.linkReport()
      expect(made.strangers).toMatchObject([{ code: 'WRONG_KEY', count: 1 }])
      expect(made.strangers[0]?.text).toContain('another pairing key')
      expect(only(made).desk?.link.accountMark).toBe('abcd')
      return made
    })
    const text = JSON.stringify(report)
    const { pairingKey } = host.ready()
    for (const secret of [loginHash, loginHash.slice(0, 8), pairingKey, pairingKey.replaceAll('-', '')])
      expect(text).not.toContain(secret)
  })
})
