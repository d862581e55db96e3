import { describe, expect, it } from 'vitest'
import type { DebriefQuery } from '../../contracts/debrief.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import { recordAnswer } from '../../domain/record/record-books.ts'
import { tradeHistory } from '../../testkit/trade-history.ts'
import { RecordDesk } from './record-desk.ts'

const ASKED: DebriefQuery = {
  kind: 'debrief',
  account: 'demo',
  scope: null,
  filter: { fromMs: null, toMs: null, keys: {} },
  trials: null,
}

function aDesk(trades: number) {
  const events: StoredEvent[] = [...tradeHistory({ trades })]
  const seen = { events: 0, pages: 0 }
  const desk = new RecordDesk({
    recordEvents(after, most) {
      const page = events.filter(({ seq }) => seq > after).slice(0, most)
      seen.events += page.length
      seen.pages += 1
      return page
    },
  })
  const countOf = async () => {
    const books = await desk.upToDate()
    return books && recordAnswer(books, ASKED).n
  }
  return { desk, events, seen, countOf }
}

describe('the record desk', () => {
  it('answers out of all of the events, and reads each of them once', async () => {
    const { events, seen, countOf } = aDesk(200)
    expect(await Promise.all([countOf(), countOf()])).toEqual([200, 200])
    expect(await countOf()).toBe(200)
    expect(seen.events).toBe(events.length)
    expect(seen.pages).toBeGreaterThan(2)
  })

  it('goes on where it was when the ledger has grown', async () => {
    const { events, countOf } = aDesk(50)
    const late = events.splice(-60)
    const before = (await countOf()) ?? 0
    events.push(...late)
    expect(before).toBeLessThan(50)
    expect(await countOf()).toBe(50)
  })

  it('works a debrief out once until the record has grown, and gives what the books say', async () => {
    const { desk, events } = aDesk(50)
    const late = events.splice(-60)
    const before = await desk.answer(ASKED)
    expect(await desk.answer({ ...ASKED })).toBe(before)
    expect(await desk.answer({ ...ASKED, trials: 3 })).not.toBe(before)
    events.push(...late)
    const after = await desk.answer(ASKED)
    expect(after).toMatchObject({ n: 50 })
    const books = await desk.upToDate()
    expect(after).toEqual(books && recordAnswer(books, ASKED))
  })

  it('keeps no more debriefs than are looked at together', async () => {
    const { desk } = aDesk(20)
    const first = await desk.answer(ASKED)
    for (let trials = 1; trials <= 8; trials++) await desk.answer({ ...ASKED, trials })
    const again = await desk.answer(ASKED)
    expect(again).toEqual(first)
    expect(again).not.toBe(first)
  })

  it('ends without an answer when it is stopped', async () => {
    const { desk, seen, countOf } = aDesk(400)
    const asked = countOf()
    desk.stop()
    expect(await asked).toBeNull()
    expect(seen.pages).toBe(1)
  })
})
