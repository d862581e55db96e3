import { describe, expect, it } from 'vitest'
import { aDeskLink, aLinkReport, aTraffic, REPORTED_MS } from '../../../engine/testkit/link-reports.ts'
import { faultsOf } from './counters.ts'
import { reportText } from './report-text.ts'
import { mostAtStake } from './terminals.ts'

const lines = (text: string) => text.split('\n').map(line => line.trim())

describe('the report that is copied', () => {
  it('says what a helper asks for first', () => {
    const text = lines(reportText(aLinkReport()))
    for (const line of [
      'BITTEN 0.1.0, link report',
      '23 Nov 2026 09:30:12 UTC',
      'Terminals are awaited on 127.0.0.1, port 5577.',
      'Terminal Broker · a3f9: linked',
      'Expert Advisor: BITTENBridge 1.0, MetaTrader build 5000',
      'Takes: placeUntil',
      'Work of its timer: 412 µs at most in 99 of 100',
      '[Good] Algo Trading is switched on.',
      'ticks: In 8,411 (61,204 quotes), Out 0',
      'fire: In 0, Out 1',
      'Answers: accepted 2, denied 1',
      'Faults: None in this run.',
      'Command, sent to answered: p50 84.0 · p95 84.0 ms · n 1',
    ])
      expect(text).toContain(line)
    expect(text.find(line => line.startsWith('EURUSD EURUSD.m: Traded, digits 5'))).toContain('lots 0.01 to 50.00 by 0.01') // prettier-ignore
    expect(text.find(line => line.startsWith('GBPCHF:'))).toContain('Not there')
  })

  it('says of what nobody has told that nobody has', () => {
    const untold = { queued: null, unacked: null, workUs: null, leverage: null, aheadOfTerminalMs: null, aheadOfBrokerMs: null } // prettier-ignore
    const traffic = aTraffic({ takes: [], beats: [], answers: [], received: [], sent: [], verdicts: {} })
    const text = reportText(aLinkReport({ terminals: [{ traffic, desk: aDeskLink(untold) }] }))
    for (const line of [
      'Takes: nothing beyond the first version',
      'Work of its timer: not told by this Expert Advisor',
      'Largest order: not told by this Expert Advisor',
      'Clocks: not known',
      'Terminal to trade server and back: not told',
    ])
      expect(text).toContain(line)
    expect(text).not.toMatch(/NaN|null|undefined/)
  })

  it('without an engine says why, and still has what the host has counted', () => {
    const terminals = [{ traffic: aTraffic({ isUp: false, lastEnd: { atMs: REPORTED_MS, reason: 'it has fallen silent' } }), desk: null }] // prettier-ignore
    const text = reportText(aLinkReport({ terminals, computer: null, noEngine: 'The engine is starting.' }))
    expect(text).toContain('The engine is starting.')
    expect(text).toContain('Last end: 09:30:12 UTC: it has fallen silent')
    expect(text).toContain('ticks: In 8,411')
    expect(text).not.toContain('[Good]')
  })

  it('names who was not let in, and does without any terminal', () => {
    const strangers = [{ code: 'WRONG_KEY', text: 'Another pairing key.', count: 41, atMs: REPORTED_MS }]
    const text = reportText(aLinkReport({ terminals: [], strangers, portTaken: 5_576 }))
    expect(text).toContain('WRONG_KEY 41× Another pairing key.')
    expect(text).toContain('No terminal has been linked')
    expect(text).toContain('Port 5576 of the settings was taken')
  })
})

describe('the terminals', () => {
  it('stand with what is linked first, and real money before all others', () => {
    const of = (kind: 'live' | 'demo' | 'simulated', isUp: boolean) => ({ traffic: aTraffic({ kind, isUp, terminal: `${kind}-${isUp}` }), desk: null }) // prettier-ignore
    const all = [of('simulated', true), of('live', false), of('demo', true), of('live', true)]
    expect(mostAtStake(all).map(({ traffic }) => traffic.terminal)).toEqual([
      'live-true',
      'demo-true',
      'simulated-true',
      'live-false',
    ])
  })

  it('have each fault once: what the host has counted exactly, and what the engine found by itself', () => {
    const traffic = aTraffic({ faults: { BAD_MAC: 5 } })
    const desk = aDeskLink({ faults: { BAD_MAC: 4, BODY_FIELD: 9 } })
    expect(faultsOf({ traffic, desk })).toEqual([
      ['BODY_FIELD', 9],
      ['BAD_MAC', 5],
    ])
  })
})
