import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contracts/events.ts'
import { executionCosts } from '../domain/debrief/execution-costs/cost-book.ts'
import { anOrderPlan, asStored, orderEvents } from '../testkit/order-events.ts'
import { CostsDesk } from './costs-desk.ts'

/** So many closed trades, and how many of their events were read. */
function aDesk(trades: number) {
  const events: StoredEvent[] = [
    ...asStored(
      Array.from({ length: trades }, (_, at) => orderEvents(anOrderPlan({ number: at + 1 }))).flat(),
    ),
  ]
  const seen = { events: 0, pages: 0 }
  const desk = new CostsDesk({
    orderEvents(after, most) {
      const page = events.filter(({ seq }) => seq > after).slice(0, most)
      seen.events += page.length
      seen.pages += 1
      return page
    },
  })
  return { desk, events, seen }
}

describe('the costs desk', () => {
  it('says what all of the events come to, and reads each of them once', async () => {
    const { desk, events, seen } = aDesk(120)
    const [first, second] = await Promise.all([desk.costs('demo'), desk.costs('demo')])
    expect(first).toEqual(executionCosts(events)('demo'))
    expect(second).toEqual(first)
    expect(await desk.costs('live')).toMatchObject({ account: 'live', fromMs: null })
    expect(seen.events).toBe(events.length)
  })

  it('goes on where it was when the ledger has grown', async () => {
    const { desk, events } = aDesk(3)
    const late = events.splice(-1)
    expect(await desk.costs('demo')).toMatchObject({ open: 1, all: { trades: 2 } })
    events.push(...late)
    expect(await desk.costs('demo')).toMatchObject({ open: 0, all: { trades: 3 } })
  })

  it('leaves its thread after every page', async () => {
    const { desk, seen } = aDesk(400)
    let done = false
    const asked = desk.costs('demo').finally(() => (done = true))
    const pagesAtEachTurn: number[] = []
    while (!done) {
      pagesAtEachTurn.push(seen.pages)
      await nextTurn()
    }
    await asked
    const mostAtOnce = Math.max(...pagesAtEachTurn.map((pages, at) => pages - (pagesAtEachTurn[at - 1] ?? 0)))
    expect(seen.pages).toBeGreaterThan(4)
    expect(mostAtOnce).toBe(1)
  })

  it('ends without an answer when it is stopped', async () => {
    const { desk, seen } = aDesk(400)
    const asked = desk.costs('demo')
    desk.stop()
    expect(await asked).toBeNull()
    expect(seen.pages).toBe(1)
  })
})
