import { expect, it } from 'vitest'
import type { EngineEvent, EventOf } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { AlertReader } from '../../testkit/alerts.ts'
import { aUlid } from '../../testkit/events.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { answered, fill, ORDER, recorded } from '../../testkit/shot-bench.ts'
import { shownText } from '../../testkit/shown-reply.ts'
import { aMission } from '../../testkit/views.ts'
import { digestReply } from './digest-reply.ts'

const MINUTE_MS = 60_000
const START_MS = EpochMs.parse(Date.UTC(2026, 10, 23, 9))
const mission = aMission()
const { terminal } = mission
const linked = { ...ONE_OF_EACH.terminalLinked, terminal, account: 'simulated' } as EngineEvent
const issued = { kind: 'missionIssued', atMs: START_MS, mission } as EngineEvent
const stop = (points: number | null) =>
  ({ ...ONE_OF_EACH.stopChanged, terminal, position: '77', stop: points }) as EngineEvent
const closing = (n: number, text: string, left: readonly string[]) =>
  [
    { ...ONE_OF_EACH.flattenRequested, terminal, command: aUlid(n) },
    { ...ONE_OF_EACH.flattenEnded, terminal, command: aUlid(n), left, text },
  ] as EngineEvent[]

/** What stands under each head, one minute between the events of each step. */
function told(...steps: readonly (readonly EngineEvent[])[]) {
  const reader = new AlertReader()
  steps.forEach((events, k) => reader.store(events, START_MS + k * MINUTE_MS))
  const alerts = reader.keys().map(key => reader.newest(key))
  const span = {
    why: 'back',
    fromMs: START_MS,
    toMs: EpochMs.parse(START_MS + 60 * MINUTE_MS),
    more: 0,
  } as const
  const parts = new Map<string, string[]>()
  let part: string[] = []
  for (const line of shownText(digestReply(alerts, span)).split('\n'))
    if (line.startsWith('• ')) part.push(line.slice(2))
    else parts.set(line, (part = []))
  return { still: parts.get('Still true') ?? [], also: parts.get('Also') ?? [], reader }
}

const OPEN = [[linked], [issued, recorded(), fill('0.40')]] as const

it('a position is without a stop until it has one again, and the message of it says so', () => {
  const gone = '09:02 UTC: Position 77 (buy EURUSD) has no stop. Set one or close it.'
  expect(told(...OPEN, [stop(null)]).still).toEqual([gone, 'OPEN EURUSD LONG ▲ #77, NO STOP'])
  const { still, also, reader } = told(...OPEN, [stop(null)], [stop(110_134)])
  expect(still).toEqual(['OPEN EURUSD LONG ▲ #77, stop 1.10134'])
  expect(also).toEqual(['1 stop or target moved, 1 trouble over'])
  expect(reader.facts('trouble')).toMatchObject([
    { what: 'stopGone', cleared: true, text: 'Position 77 (buy EURUSD) has a stop again: 1.10134.' },
  ])
  expect(told(...OPEN, [stop(null)], [stop(110_134)], [stop(null)]).still[0]).toMatch(
    /^09:04 UTC: .*has no stop/,
  )
})

it('what a flatten has left is left until one leaves nothing there', () => {
  const left = closing(61, '1 position is still open: 77.', ['77'])
  expect(told(...OPEN, left).still[0]).toBe('09:02 UTC: 1 position is still open: 77.')
  const more = closing(62, '2 positions are still open: 77, 78.', ['77', '78'])
  const twice = told(...OPEN, left, more)
  expect(twice.still[0]).toBe('09:03 UTC: 2 positions are still open: 77, 78.')
  expect(twice.also).toContain('09:02 UTC: 1 position is still open: 77.')
  const flat = told(...OPEN, left, more, closing(63, 'Flat: no position of BITTEN is open.', []))
  expect(flat.still.join()).not.toContain('still open')
  expect(flat.reader.facts('trouble').at(-1)).toMatchObject({ what: 'flattenLeft', cleared: true })
})

it('what was left is left no more once its trade is closed in any other way', () => {
  const open = [...OPEN, closing(61, '1 position is still open: 77.', ['77'])] as const
  const out = fill('0.40', '950') as EventOf<'dealDone'>
  const trade = { ...ONE_OF_EACH.tradeClosed.trade, order: ORDER, terminal, dealOut: '950' }
  const closed = [
    { ...out, deal: { ...out.deal, entry: 'out' } },
    { ...ONE_OF_EACH.tradeClosed, trade },
  ] as EngineEvent[]
  const { still, reader } = told(...open, closed)
  expect(still).toEqual([])
  expect(reader.facts('trouble')).toMatchObject([{ text: 'What was left is closed by now.', cleared: true }])
  const other = closing(61, '2 positions are still open: 77, 78.', ['77', '78'])
  expect(told(...OPEN, other, closed).still).toEqual(['09:02 UTC: 2 positions are still open: 77, 78.'])
})

it('an order that was not filled, and a change that was not made, are told with their time and never as still true', () => {
  const refused = told([linked], [issued, recorded()], [answered('rejected', { text: 'No money' })])
  expect(refused.still).toEqual([])
  expect(refused.also[0]).toMatch(/^09:02 UTC: The order buy 0.4 EURUSD was not filled/)
  const asked = (n: number, is: 'rejected' | 'accepted') =>
    [
      { ...ONE_OF_EACH.modifyRequested, terminal, position: '77', command: aUlid(n), stop: 110_150 },
      { ...ONE_OF_EACH.modifyAnswered, command: aUlid(n), is, text: '' },
    ] as EngineEvent[]
  const moved = told(...OPEN, asked(71, 'rejected'), asked(72, 'accepted'))
  expect(moved.still).toEqual(['OPEN EURUSD LONG ▲ #77, stop 1.10150'])
  expect(moved.also[0]).toMatch(/^09:02 UTC: The change .* was rejected/)
})
