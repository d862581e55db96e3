import { expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { deliveryBench } from '../../testkit/delivery-bench.ts'
import { aUlid } from '../../testkit/events.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aBriefing, anExpiry } from '../../testkit/noting-desk.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { alertReply } from '../texts/alert-reply.ts'

it('an alert that only ended loses what could be pressed below it', async () => {
  const { tell, said } = await deliveryBench({
    parts: { reply: alert => alertReply(alert, { nowMs: EpochMs.parse(0) }) },
  })
  tell(aBriefing(1), { ...ONE_OF_EACH.fireDenied, mission: aUlid(1) })
  const below = () =>
    said()
      .find(({ text }) => text.includes('NOT FIRED'))
      ?.buttons.flat()
  await eventually(() => expect(below()).toContain('Fire'))
  tell(anExpiry(1))
  await eventually(() => expect(below()).toEqual([]))
})
