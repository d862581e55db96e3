import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Failure } from './failure.ts'
import { afterFact, stepOf, type Link, type LinkFact } from './link.ts'

const ON: LinkFact = { fact: 'configured', on: true, hasToken: true }
const failed = (failure: Failure): LinkFact => ({ fact: 'failed', failure })
const UNREACHABLE = failed({ is: 'unreachable', text: 'the connection is refused' })
const CONFLICT = failed({ is: 'conflict' })
const polled = (quiet: boolean): LinkFact => ({ fact: 'polled', quiet })
const INTRODUCED: LinkFact = { fact: 'introduced', hasWebhook: false }

const after = (...facts: readonly LinkFact[]) => facts.reduce<Link>(afterFact, { is: 'noToken' })
const LIVE = [ON, INTRODUCED, polled(false)] as const

const anyFailure: fc.Arbitrary<Failure> = fc.oneof(
  fc.constantFrom<Failure>({ is: 'refused' }, { is: 'conflict' }, { is: 'webhook' }),
  fc.integer({ min: 1_000, max: 600_000 }).map(afterMs => ({ is: 'limited' as const, afterMs })),
  fc.string().map(text => ({ is: 'unreachable' as const, text })),
)
const anyFact: fc.Arbitrary<LinkFact> = fc.oneof(
  fc.record({ fact: fc.constant('configured' as const), on: fc.boolean(), hasToken: fc.boolean() }),
  fc.boolean().map(hasWebhook => ({ fact: 'introduced' as const, hasWebhook })),
  fc.boolean().map(polled),
  anyFailure.map(failed),
)

it('introduces itself, asks once without waiting, and is live', () => {
  expect(stepOf(after(ON))).toEqual({ step: 'introduce', afterMs: 0 })
  expect(stepOf(after(ON, INTRODUCED))).toEqual({ step: 'poll', afterMs: 0, long: false })
  expect(after(...LIVE)).toEqual({ is: 'live' })
  expect(stepOf(after(...LIVE))).toEqual({ step: 'poll', afterMs: 0, long: true })
})

it('rests while it is off, without a token, or with one that Telegram does not know, until that is another', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Link>({ is: 'off' }, { is: 'noToken' }, { is: 'refused' }),
      fc.array(anyFact.filter(({ fact }) => fact !== 'configured')),
      (resting, facts) => {
        expect(facts.reduce(afterFact, resting)).toEqual(resting)
        expect(stepOf(resting)).toEqual({ step: 'rest' })
        expect(afterFact(resting, ON)).toEqual({ is: 'connecting', introduced: false })
      },
    ),
  )
})

it('never rests in any other state, and never waits longer than a minute unless it was told to', () => {
  fc.assert(
    fc.property(fc.array(anyFact), facts => {
      const link = after(ON, ...facts)
      const step = stepOf(link)
      if (step.step === 'rest') expect(['off', 'noToken', 'refused']).toContain(link.is)
      else if (link.is !== 'limited') expect(step.afterMs).toBeLessThanOrEqual(60_000)
    }),
  )
})

it('never polls before it has introduced itself', () => {
  fc.assert(
    fc.property(
      fc.array(anyFailure.filter(({ is }) => is === 'unreachable' || is === 'limited')),
      failures => {
        expect(stepOf(after(ON, ...failures.map(failed))).step).toBe('introduce')
        expect(stepOf(after(...LIVE, ...failures.map(failed))).step).toBe('poll')
      },
    ),
  )
})

it('tries an unreachable server again after pauses that grow to 30 s, and is at once live when it answers', () => {
  const pauses = Array.from({ length: 10 }, (_, k) => {
    const step = stepOf(after(...LIVE, ...Array.from({ length: k + 1 }, () => UNREACHABLE)))
    return step.step === 'poll' ? step : null
  })
  expect(pauses.map(step => step?.afterMs)).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000,
  ])
  expect(pauses.every(step => step?.long === false)).toBe(true)
  expect(after(...LIVE, UNREACHABLE, UNREACHABLE, polled(false))).toEqual({ is: 'live' })
})

it('backs off from another poller for 5 to 60 s', () => {
  const pauses = Array.from({ length: 6 }, (_, k) =>
    stepOf(after(...LIVE, ...Array.from({ length: k + 1 }, () => CONFLICT))),
  )
  expect(pauses.map(step => step.step === 'poll' && step.afterMs)).toEqual([
    5_000, 10_000, 20_000, 40_000, 60_000, 60_000,
  ])
})

it('takes the other poller to be gone after a whole poll that nobody cut, or three that brought something', () => {
  expect(after(...LIVE, CONFLICT, polled(true))).toEqual({ is: 'live' })
  expect(after(...LIVE, CONFLICT, polled(false), polled(false))).toEqual({
    is: 'conflict',
    fails: 1,
    clean: 2,
  })
  expect(after(...LIVE, CONFLICT, polled(false), polled(false), polled(false))).toEqual({ is: 'live' })
  expect(after(...LIVE, CONFLICT, polled(false), CONFLICT)).toEqual({ is: 'conflict', fails: 2, clean: 0 })
})

it('waits as long as Telegram says, then goes on where it was', () => {
  const limited = failed({ is: 'limited', afterMs: 7_000 })
  expect(stepOf(after(...LIVE, limited))).toEqual({ step: 'poll', afterMs: 7_000, long: false })
  expect(stepOf(after(ON, limited))).toEqual({ step: 'introduce', afterMs: 7_000 })
})

it('takes nothing from a bot with a webhook, and looks every minute whether it is still there', () => {
  const webhook = after(ON, { fact: 'introduced', hasWebhook: true })
  expect(webhook).toEqual({ is: 'webhook' })
  expect(stepOf(webhook)).toEqual({ step: 'introduce', afterMs: 60_000 })
  expect(after(...LIVE, failed({ is: 'webhook' }))).toEqual({ is: 'webhook' })
  expect(stepOf(afterFact(webhook, INTRODUCED)).step).toBe('poll')
})
