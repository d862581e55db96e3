import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TerminalCode } from '../../contracts/terminal-state.ts'
import { STATE_EXAMPLES, wellFacts } from '../../testkit/terminal-facts.ts'
import type { TerminalFacts } from './terminal-facts.ts'
import { isWorse, overOf, terminalState } from './terminal-state.ts'
import { look, newWatch, type Saying, type Watch } from './watch.ts'

const ms = fc.integer({ min: -20_000, max: 200_000 })
const perhaps = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const anyFacts: fc.Arbitrary<TerminalFacts> = fc.record({
  road: fc.constantFrom('zmq', 'files', 'legacy'),
  isUp: fc.boolean(),
  hasLinked: fc.boolean(),
  isSimulated: fc.boolean(),
  computer: perhaps(
    fc.record({
      metaTrader: fc.constantFrom('running', 'absent', 'unknown'),
      port: fc.constantFrom(5_577, 5_578),
      portWished: fc.constantFrom(0, 5_577),
      training: fc.boolean(),
    }),
  ),
  silentMs: ms,
  isBusy: fc.boolean(),
  brokerConnected: perhaps(fc.boolean()),
  autoTrading: perhaps(fc.boolean()),
  advisorAllowed: perhaps(fc.boolean()),
  accountAllowed: perhaps(fc.boolean()),
  unconfirmed: fc.constantFrom(
    null,
    { what: 'pause' as const, said: null },
    { what: 'limits' as const, said: 'No.' },
  ),
  denies: perhaps(fc.constant('The day has lost its limit.')),
  aheadOfTerminalMs: perhaps(ms),
  aheadOfBrokerMs: perhaps(ms),
  priceSilenceMs: perhaps(ms),
  pingMs: perhaps(fc.nat({ max: 2_000 })),
  isArmed: fc.boolean(),
  reason: fc.constant('Waiting.'),
})

/** Looks every `stepMs` at what `facts` say, and gives everything that was said. */
function watchAll(facts: readonly TerminalFacts[], stepMs: number) {
  let watch: Watch = newWatch(0)
  const said: (Saying & { atMs: number })[] = []
  facts.forEach((each, k) => {
    const step = look(watch, terminalState(each), k * stepMs)
    watch = step.watch
    said.push(...step.sayings.map(saying => ({ ...saying, atMs: k * stepMs })))
  })
  return { watch, said }
}

const forMs = (facts: TerminalFacts, lengthMs: number): TerminalFacts[] =>
  Array.from({ length: lengthMs / 1_000 }, () => facts)

const well = wellFacts()
const textOf = (facts: TerminalFacts) => {
  const { problem, nextStep } = terminalState(facts)
  return `${problem} ${nextStep}`
}

describe('the state of a terminal', () => {
  it.each(Object.entries(STATE_EXAMPLES))('%s has a sentence, a next step and a level', (code, facts) => {
    const state = terminalState(facts)
    expect(state.code).toBe(code)
    if (code === 'WELL') return expect(state).toMatchObject({ problem: null, nextStep: null })
    expect(state.problem).toMatch(/^[A-Z].*\.$/)
    expect(state.nextStep).toMatch(/^[A-Z].*\.$/)
    return expect(`${state.problem} ${state.nextStep}`).not.toMatch(/undefined|null|NaN/)
  })

  it('is the worst that holds, whatever else does', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const { code, problem, nextStep } = terminalState(facts)
        expect(TerminalCode.options).toContain(code)
        expect(problem === null).toBe(code === 'WELL')
        expect(nextStep === null).toBe(code === 'WELL')
        const isOfLink = ['NOT_RUNNING', 'PORT_TAKEN', 'NEVER_LINKED', 'NOT_LINKED'].includes(code)
        expect(isOfLink).toBe(!facts.isUp)
      }),
      { numRuns: 5_000 },
    )
  })

  it('gets no better when one more thing is wrong', () => {
    const wrongs: readonly Partial<TerminalFacts>[] = [
      { isUp: false },
      { brokerConnected: false },
      { autoTrading: false },
      { advisorAllowed: false },
      { accountAllowed: false },
      { denies: 'no' },
      { isArmed: false },
      { silentMs: 10_000, isBusy: false },
      { pingMs: 900 },
    ]
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...wrongs), (facts, wrong) => {
        const before = terminalState(facts).code
        const after = terminalState({ ...facts, ...wrong }).code
        expect(isWorse(before, after) && !('isUp' in wrong)).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })

  it('says how far and which way a clock is off', () => {
    const { problem: behind } = terminalState(wellFacts({ aheadOfBrokerMs: -42_000 }))
    const { problem: ahead } = terminalState(wellFacts({ aheadOfTerminalMs: 3_000 }))
    expect(behind).toBe("The computer's clock is 42 s behind the broker's.")
    expect(ahead).toContain("The computer's clock is 3 s ahead of the terminal's")
  })

  it('is not silent while it is busy, and never for want of beats on a road that has none', () => {
    expect(terminalState(wellFacts({ silentMs: 9_000 })).code).toBe('SILENT')
    expect(terminalState(wellFacts({ silentMs: 9_000, isBusy: true })).code).toBe('WELL')
    expect(terminalState(wellFacts({ silentMs: 9_000, road: 'legacy' })).code).toBe('PRICES_ONLY')
  })
})

describe('the watch', () => {
  const off = wellFacts({ autoTrading: false })
  const lost = wellFacts({ brokerConnected: false })

  it('says a state once when it has lasted five seconds, and its end after five more', () => {
    const { said } = watchAll([...forMs(well, 3_000), ...forMs(off, 20_000), ...forMs(well, 20_000)], 1_000)
    expect(said).toEqual([
      { level: 'error', text: textOf(off), atMs: 8_000 },
      { level: 'info', text: 'Algo Trading is on again.', atMs: 28_000 },
    ])
  })

  it('says nothing of a state that blinks, neither of its beginning nor of its end', () => {
    const blinks = Array.from({ length: 40 }, (_, k) => (k % 8 < 4 ? off : well))
    expect(watchAll(blinks, 1_000).said).toEqual([])
    const blinksOn = [...forMs(off, 10_000), ...blinks.slice(4), ...forMs(off, 10_000)]
    expect(watchAll(blinksOn, 1_000).said.map(({ text }) => text)).toEqual([textOf(off)])
  })

  it('does not call a state over that a worse one hides', () => {
    const { said } = watchAll([...forMs(off, 10_000), ...forMs(lost, 10_000), ...forMs(off, 10_000)], 1_000)
    expect(said.map(({ text }) => text)).toEqual([
      textOf(off),
      textOf(lost),
      'MetaTrader is connected to the broker again.',
      textOf(off),
    ])
  })

  it('leaves to the events what they tell', () => {
    expect(watchAll(forMs(wellFacts({ isArmed: false }), 30_000), 1_000).said).toEqual([])
  })

  it('waits anew when the clock is set back', () => {
    const begun = look(newWatch(100_000), terminalState(off), 100_000)
    const back = look(begun.watch, terminalState(off), 50_000)
    expect(back.sayings).toEqual([])
    expect(look(back.watch, terminalState(off), 55_000).sayings).toHaveLength(1)
  })

  it('is quiet in five seconds of anything, says only what holds, and ends where the facts end', () => {
    const sequence = fc.array(fc.tuple(anyFacts, fc.integer({ min: 1, max: 12 })), { maxLength: 20 })
    fc.assert(
      fc.property(sequence, stretches => {
        const facts = stretches.flatMap(([each, seconds]) => forMs(each, seconds * 1_000))
        const { watch, said } = watchAll(facts, 1_000)
        const beginnings = said.filter(({ text }) => !ENDS.has(text))
        for (let k = 1; k < beginnings.length; k++)
          expect((beginnings[k]?.atMs ?? 0) - (beginnings[k - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(5_000)
        for (const { text, atMs } of beginnings) expect(text).toBe(textOf(facts[atMs / 1_000] ?? well))
        const last = facts.at(-1)
        if (last === undefined) return
        const rest = watchAll([...facts, ...forMs(last, 6_000)], 1_000)
        expect(rest.watch.said).toBe(terminalState(last).code)
        expect(watch.seen).toBe(terminalState(last).code)
      }),
      { numRuns: 500 },
    )
  })
})

const ENDS = new Set(TerminalCode.options.map(overOf))
