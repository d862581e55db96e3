/** A part of `npm run chaos -- desk` in every test run, and the proof that it would notice a broken build. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as DeskStates from '../../engine/app/desk-state.ts'
import type * as TakingBack from '../../engine/app/orders/take-back.ts'
import type * as BookRules from '../../engine/domain/fire/book-rules.ts'
import type * as OrderFacts from '../../engine/domain/fire/order-facts.ts'
import type * as PriceRules from '../../engine/domain/fire/price-rules.ts'
import type * as Exposure from '../../engine/domain/overlay/exposure.ts'
import type * as News from '../../engine/domain/overlay/news.ts'
import type { EngineEvent, StoredEvent } from '../../engine/contracts/index.ts'
import type { Ledger } from '../../engine/ports/index.ts'
import { CELLS, nameOf, type Cell, type Fault } from './desk/cells.ts'
import { runSuite } from './desk/suite.ts'
import type { SuiteResult } from './desk/tally.ts'

vi.setConfig({ testTimeout: 300_000 })

/** Of the cells, for the time that a test run has: a number that walks over all faults and all steps. */
const EVERY = 4

/** What is broken in the build of the present test. */
const broken = vi.hoisted(() => ({ is: '' }))
afterEach(() => (broken.is = ''))

vi.mock('../../engine/domain/fire/price-rules.ts', async importOriginal => {
  const original = await importOriginal<typeof PriceRules>()
  const priceRules: typeof original.priceRules = (...inputs) => {
    const denials = original.priceRules(...inputs)
    return broken.is === 'stop' ? [] : denials
  }
  return { ...original, priceRules }
})

vi.mock('../../engine/domain/fire/book-rules.ts', async importOriginal => {
  const original = await importOriginal<typeof BookRules>()
  const isMedic: typeof original.isMedic = guards => broken.is !== 'medic' && original.isMedic(guards)
  return { ...original, isMedic }
})

vi.mock('../../engine/domain/overlay/news.ts', async importOriginal => {
  const original = await importOriginal<typeof News>()
  const news: typeof original.news = (...inputs) => (broken.is === 'news' ? [] : original.news(...inputs))
  return { ...original, news }
})

vi.mock('../../engine/domain/overlay/exposure.ts', async importOriginal => {
  const original = await importOriginal<typeof Exposure>()
  const exposure: typeof original.exposure = (...inputs) =>
    broken.is === 'exposure' ? [] : original.exposure(...inputs)
  return { ...original, exposure }
})

vi.mock('../../engine/app/orders/take-back.ts', async importOriginal => {
  const original = await importOriginal<typeof TakingBack>()
  const takeBack: typeof original.takeBack = (...inputs) =>
    broken.is === 'take-back' ? undefined : original.takeBack(...inputs)
  return { ...original, takeBack }
})

/** Never knows that it has something. */
class Forgetful extends Set<string> {
  override has(): boolean {
    return false
  }
}

vi.mock('../../engine/app/desk-state.ts', async importOriginal => {
  const original = await importOriginal<typeof DeskStates>()
  const emptyDesk: typeof original.emptyDesk = () =>
    broken.is === 'deduplication' ? { ...original.emptyDesk(), deals: new Forgetful() } : original.emptyDesk()
  return { ...original, emptyDesk }
})

vi.mock('../../engine/domain/fire/order-facts.ts', async importOriginal => {
  const original = await importOriginal<typeof OrderFacts>()
  const isSameDeal: typeof original.isSameDeal = (a, b) =>
    broken.is !== 'deduplication' && original.isSameDeal(a, b)
  return { ...original, isSameDeal }
})

const words = ({ failures }: SuiteResult): Set<string | undefined> =>
  new Set(failures.flatMap(({ faults }) => faults.map(fault => fault.split(':')[0])))
const told = ({ failures }: SuiteResult): string[] =>
  failures.map(({ cell, seed, faults }) => `${cell}, seed ${seed}: ${faults.join('; ')}`)
const cellsOf = (...faults: Fault[]): Cell[] => CELLS.filter(({ fault }) => faults.includes(fault))

describe('The desk in the chaos', () => {
  it('doubles nothing, loses nothing, breaks no rule and settles, whatever happens at whatever step', () => {
    const cells = CELLS.filter((_, at) => at % EVERY === 0)
    const result = runSuite({ runs: cells.length, seed: 3, cells })
    expect(told(result)).toEqual([])
    expect(result.fired).toBeGreaterThan(cells.length)
    const idle = cells.map(nameOf).filter(cell => result.coverage[cell]?.happened === 0)
    expect(idle.length).toBeLessThan(cells.length / 5)
  })

  it('notices a build that sends before it records', () => {
    const cells = cellsOf('host killed', 'worker killed').filter(
      ({ step }) => step === 'sent' || step === 'told',
    )
    const result = runSuite({ runs: 3 * cells.length, seed: 1, cells, breakage: { wrap: writesLater } })
    expect(words(result)).toContain('UNRECORDED')
  })

  it('notices a gate that does not look at the stop', () => {
    broken.is = 'stop'
    const result = runSuite({ runs: 70, seed: 1, cells: cellsOf('two windows', 'settings changed') })
    expect(words(result)).toContain('WRONG SIDE')
  })

  it.each([
    ['medic', 'halves no risk after half of the daily stop', ['MEDIC']],
    ['news', 'does not look at the calendar', ['NEWS']],
    ['exposure', 'does not look at what else is open', ['CORRELATED', 'CURRENCY']],
  ])('notices a gate that, for %s, %s', (part, _, expected) => {
    broken.is = part
    const result = runSuite({ runs: 90, seed: 1, cells: cellsOf('verdict twice', '10,000 events') })
    expect([...words(result)]).toEqual(expect.arrayContaining(expected))
  })

  it('notices a desk that takes no order back that waits', () => {
    broken.is = 'take-back'
    const cells = cellsOf('broker: requote', 'broker: reject').filter(({ step }) => step === 'waiting')
    const found = words(runSuite({ runs: 30, seed: 1, cells }))
    expect([...found]).toEqual(expect.arrayContaining(['INTO SAFE', 'INTO A WISH TO HAVE IT BACK']))
  })

  it('notices an engine that stores a repeated deal again', () => {
    broken.is = 'deduplication'
    const result = runSuite({ runs: 6, seed: 1, cells: cellsOf('deal twice', 'link lost') })
    expect(words(result)).toContain('CRASH')
  })

  it('notices guards that do not survive a restart', () => {
    const wrap = (ledger: Ledger): Ledger => ({
      ...ledger,
      all: from => without(ledger.all(from), FORGOTTEN),
    })
    const result = runSuite({ runs: 60, seed: 1, cells: cellsOf('paused'), breakage: { wrap } })
    expect(words(result)).toContain('GUARD')
  })
})

const FORGOTTEN: readonly EngineEvent['kind'][] = ['paused', 'guardRaised']

function* without(
  stored: Iterable<StoredEvent>,
  kinds: readonly EngineEvent['kind'][],
): Generator<StoredEvent> {
  for (const one of stored) if (!kinds.includes(one.event.kind)) yield one
}

/** A ledger that says "stored" and writes with the next turn: what dies in between has sent what it never wrote. */
function writesLater(ledger: Ledger): Ledger {
  let waiting: Parameters<Ledger['append']>[] = []
  return {
    ...ledger,
    append(events, wallMs) {
      const before = waiting
      waiting = [[events, wallMs]]
      for (const turn of before) ledger.append(...turn)
      return events.map((event, at) => ({ seq: at, wallMs, event, hash: '' }))
    },
  }
}
