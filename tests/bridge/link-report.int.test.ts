/** What the page of the links says of the real Expert Advisor, linked to a whole host. */
import { beforeAll, expect, it } from 'vitest'
import { eventually } from '../../engine/testkit/eventually.ts'
import { bundleHost, startWholeHost } from '../../engine/testkit/whole-host.ts'
import { EaOnHost, PAIRS } from './ea-on-host.ts'

/** As in ea-on-host.ts. */
const LOGIN = '12345678'

beforeAll(bundleHost, 60_000)

it('the Expert Advisor is reported with its version, its symbols, its own work and each of its beats', async () => {
  const host = await startWholeHost()
  const { port, pairingKey } = host.ready()
  const symbols = PAIRS.filter(pair => pair !== 'GBPCHF').map(pair => `${pair}.m`)
  const ea = await EaOnHost.start({ port }, { symbols, inputs: { InpPairingKey: pairingKey } })
  await ea.quote(symbols)
  const report = await eventually(async () => {
    const made = await host.linkReport()
    const [terminal] = made.terminals
    expect(terminal?.traffic.beats.filter(({ deskMs }) => deskMs !== null).length).toBeGreaterThan(1)
    expect(terminal?.desk?.workUs).not.toBeNull()
    expect(terminal?.desk?.symbols.filter(({ is }) => is === 'absent').map(({ pair }) => pair)).toEqual(['GBPCHF']) // prettier-ignore
    return made
  })
  const [terminal] = report.terminals
  expect(terminal?.traffic.program).toMatch(/^BITTENBridge \d/)
  expect(terminal?.traffic).toMatchObject({ road: 'zmq', isUp: true, sessions: 1, faults: {}, takes: ['placeUntil'] }) // prettier-ignore
  expect(terminal?.desk?.symbols[0]).toMatchObject({ pair: 'EURUSD', name: 'EURUSD.m', digits: 5 })
  const stateOf = (name: string) => terminal?.desk?.checks.find(check => check.name === name)?.is
  expect(stateOf('TERMINAL_CLOCK')).toBe('good')
  expect(stateOf('ALLOW_LIST')).toBe('good')
  expect(terminal?.traffic.notes.map(({ text }) => text)).toContain('14 of 15 pairs are there.')
  await ea.run('autotrading off')
  await eventually(async () => {
    const [now] = (await host.linkReport()).terminals
    expect(now?.desk?.checks[0]).toMatchObject({ name: 'ALGO_OFF', is: 'bad' })
  })
  const text = JSON.stringify(report)
  expect(text).not.toContain(LOGIN)
  expect(text).not.toContain(pairingKey)
})
