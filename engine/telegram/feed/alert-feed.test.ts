import { expect, it } from 'vitest'
import type { StoredEvent } from '../../contracts/events.ts'
import type { TelegramRecord } from '../../contracts/telegram.ts'
import { AlertReader, storedAt } from '../../testkit/alerts.ts'
import { eventually } from '../../testkit/eventually.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { AlertFeed } from './alert-feed.ts'

const EVENTS = storedAt(
  [
    ONE_OF_EACH.engineStarted,
    ONE_OF_EACH.paused,
    ONE_OF_EACH.resumed,
    ONE_OF_EACH.paused,
    ONE_OF_EACH.resumed,
  ],
  1_000,
)
const recordOf = (events: readonly StoredEvent[]) => new AlertReader().read(events).book.record()

/** An archive that answers when the test says so. */
function aFeed() {
  const folded: number[] = []
  const records: number[] = []
  const gone: number[] = []
  const asks: ((record: TelegramRecord) => void)[] = []
  let tell: (events: readonly StoredEvent[]) => void = () => undefined
  const feed = new AlertFeed({
    desk: {
      // The only question that a feed asks.
      ask: () => new Promise(resolve => asks.push(value => resolve({ is: 'answer', value } as never))),
      onTold: take => {
        tell = take
        return () => (tell = () => undefined)
      },
    },
    restored: ({ throughSeq }) => void records.push(throughSeq),
    told: ({ seq }) => void folded.push(seq),
    unpaired: ({ seq }) => void gone.push(seq),
    log: { write: () => undefined },
  })
  void feed.start()
  const answer = async (count: number) => {
    await eventually(() => expect(asks).toHaveLength(1))
    const before = records.length
    asks.splice(0)[0]?.(recordOf(EVENTS.slice(0, count)))
    await eventually(() => expect(records.length).toBeGreaterThan(before))
  }
  const tellAny = (events: readonly StoredEvent[]) => tell(events)
  return {
    feed,
    folded,
    records,
    gone,
    answer,
    tellAny,
    tell: (from: number, to: number) => tell(EVENTS.slice(from - 1, to)),
  }
}

it('folds each event once, whether it was told before the record came, with it or after it', async () => {
  const { folded, records, answer, tell, feed } = aFeed()
  tell(2, 3)
  expect([feed.isReady, folded]).toEqual([false, []])
  await answer(2)
  expect(folded).toEqual([3])
  tell(3, 4)
  tell(5, 5)
  expect([records, folded]).toEqual([[2], [3, 4, 5]])
})

it('asks for another record where events were missed', async () => {
  const { folded, records, answer, tell } = aFeed()
  await answer(1)
  tell(2, 2)
  tell(4, 4)
  tell(5, 5)
  await answer(4)
  expect([records, folded]).toEqual([
    [1, 4],
    [2, 5],
  ])
})

it('asks for another record when the ledger was restored from a copy, whatever the numbers say', async () => {
  const { records, answer, tellAny } = aFeed()
  await answer(5)
  tellAny(storedAt([ONE_OF_EACH.ledgerRecovered], 1_000, 3))
  await answer(3)
  expect(records).toEqual([5, 3])
})

it('hears nothing more once it was stopped', async () => {
  const { folded, answer, tell, feed } = aFeed()
  await answer(1)
  feed.stop()
  tell(2, 3)
  expect(folded).toEqual([])
})

it('passes on at once that a chat was unpaired, also while the record cannot be read', async () => {
  const { gone, folded, answer, tell, tellAny } = aFeed()
  await answer(1)
  tell(3, 3)
  tellAny(storedAt([ONE_OF_EACH.chatUnpaired], 1_000, 4))
  expect([gone, folded]).toEqual([[4], []])
})
