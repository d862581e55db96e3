import { deliveryStorm } from '../../engine/testkit/delivery-storm.ts'
import type { Figure } from '../lib/figures.ts'

/** Dropped, delayed, refused, limited, without an answer; the server goes away and the bot dies again and again. */
export async function stormFigures(alerts: number): Promise<Figure[]> {
  const started = performance.now()
  const storm = await deliveryStorm({
    alerts,
    chats: 1,
    seed: 10_000,
    limited: 0.001,
    downEvery: 500,
    killEvery: 333,
  })
  const count = (name: string, value: number, bound?: Figure['bound']): Figure => ({
    name: `storm: ${name}`,
    value,
    unit: '',
    ...(bound ? { bound } : {}),
  })
  const none = { atMost: 0 }
  return [
    count('alerts', storm.wanted),
    count('delivered', storm.delivered, { atLeast: storm.wanted }),
    count('calls dropped before they were accepted', storm.dropped),
    count('calls accepted whose answer was lost', storm.answersLost),
    count('calls refused (429, 500, 502)', storm.refused),
    count('twice although no answer was lost', storm.twiceForNothing, none),
    count('twice because an answer was lost', storm.repeats),
    count('of these without a mark', storm.repeatsWithoutMark, none),
    count('more than twice', storm.moreThanTwice, none),
    count('calls before a wait was over', storm.tooEarly, none),
    count('messages that do not show how it stands', storm.stale, none),
    { name: 'storm: took', value: (performance.now() - started) / 1_000, unit: 's' },
  ]
}
