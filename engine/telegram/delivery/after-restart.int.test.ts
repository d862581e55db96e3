import { expect, it } from 'vitest'
import { deliveryBench } from '../../testkit/delivery-bench.ts'
import { aUlid } from '../../testkit/events.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aBriefing } from '../../testkit/noting-desk.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { html } from '../texts/html.ts'

it('after a restart what no message tells yet goes out before old messages are changed', async () => {
  const bench = await deliveryBench({ telegram: { noise: { desk: 'digest' } } })
  await bench.greet()
  bench.tell(ONE_OF_EACH.paused, ...[1, 2, 3, 4, 5].map(aBriefing))
  await eventually(() => expect(bench.desk.notes.filter(({ note }) => note === 'sent')).toHaveLength(5))
  bench.desk.tell(aBriefing(6))
  const before = bench.server.journal.all().length
  bench.restart()
  await eventually(() =>
    expect(bench.said().map(({ text }) => text)).toContain(`mission:${aUlid(6)} pending`),
  )
  await eventually(() => expect(bench.server.journal.of('editMessageText')).toHaveLength(5))
  const after = bench.server.journal.all().slice(before)
  expect(after.find(({ method }) => method !== 'getMe')?.method).toBe('sendMessage')
})

it('a message that says its money is not changed to one that can not, until the currency is known', async () => {
  let currency: string | null = 'USD'
  const bench = await deliveryBench({
    telegram: { noise: { fired: 'off', desk: 'digest' } },
    parts: {
      reply: () => ({ html: html`Risk 48.78 ${currency ?? ''}` }),
      currency: () => currency,
    },
  })
  const texts = () => bench.said().map(({ text }) => text)
  bench.tell(ONE_OF_EACH.paused, aBriefing(1), { ...ONE_OF_EACH.orderRecorded, mission: aUlid(1) })
  await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('sent'))
  currency = null
  bench.restart()
  bench.tell(aBriefing(2))
  await eventually(() => expect(texts()).toHaveLength(2))
  await eventually(() => expect(bench.delivery.states().get(bench.chatId)?.waiting).toBe(0))
  expect(texts()).toEqual(['Risk 48.78 USD', 'Risk 48.78'])
  currency = 'EUR'
  bench.delivery.release()
  await eventually(() => expect(texts()[0]).toBe('Risk 48.78 EUR'))
})

it('a change that waited for the currency is made after a restart too, also when later alerts are settled', async () => {
  let currency: string | null = null
  const bench = await deliveryBench({
    telegram: { noise: { fired: 'off', desk: 'on' } },
    parts: { currency: () => currency },
  })
  await bench.greet()
  bench.tell(aBriefing(1))
  const settled = () => bench.desk.notes.filter(({ note }) => note === 'settled').length
  await eventually(() => expect(settled()).toBe(1))
  bench.tell({ ...ONE_OF_EACH.orderRecorded, mission: aUlid(1) })
  await eventually(() => expect(bench.delivery.states().get(bench.chatId)?.waiting).toBe(0))
  bench.tell(ONE_OF_EACH.paused)
  await eventually(() => expect(bench.said()).toHaveLength(2))
  await bench.delivery.stop()
  currency = 'USD'
  bench.restart()
  await eventually(() => expect(bench.said()[0]?.text).toBe(`mission:${aUlid(1)} fired`))
})
