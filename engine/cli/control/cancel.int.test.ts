import { expect, it } from 'vitest'
import { randomIds } from '../../adapters/identity/index.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import { bitten } from '../../testkit/command-line.ts'
import { eventually } from '../../testkit/eventually.ts'
import { trainingDesk, type TrainingDesk } from '../../testkit/training-desk.ts'

const FAST = 600
/** So far from its entry, a price does not come back while somebody looks. */
const FAR_PIPS = 5

/** Places the first order whose price is far away, and slows time down. */
async function placeAny({ host }: TrainingDesk): Promise<void> {
  const ids = randomIds()
  for (;;) {
    const view = await host.view()
    const missions = view.is === 'answer' ? view.value.missions : []
    const far = missions.find(({ wait, driftPips }) => wait !== null && Math.abs(driftPips) >= FAR_PIPS)
    if (far !== undefined) {
      expect(host.simulate({ kind: 'speed', speed: 1 })).toEqual({ is: 'done' })
      const id = ids.next(EpochMs.parse(Date.now()))
      const answer = await host.command({
        kind: 'placeMission',
        id,
        origin: 'window',
        mission: far.mission.id,
      })
      if (answer.is === 'done') return
      host.simulate({ kind: 'speed', speed: FAST })
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const ordersOf = async (folder: string) => {
  const reply = await callDesk(folder, { ask: 'status' })
  return reply.is === 'answer' ? (reply.value.desk?.orders ?? []) : []
}

it('bitten status lists an order that waits, and bitten cancel takes it back', async () => {
  const desk = await trainingDesk(FAST)
  const { folder, told } = desk
  await placeAny(desk)
  await eventually(async () => expect(await ordersOf(folder)).toMatchObject([{ state: 'waiting' }]))
  const [order] = await ordersOf(folder)

  const { stdout } = await bitten(folder, 'status')
  expect(stdout).toMatch(
    /\nOrders {5}(buy|sell) [\d.]+ [A-Z]{6}, waits at [\d.]+, \d\d:\d\d left, [0-9A-Z]{26} at /,
  )
  expect(await bitten(folder, 'cancel', order?.order ?? '')).toMatchObject({ code: 0 })

  await eventually(() => expect(told('cancelAnswered')).toMatchObject([{ is: 'accepted' }]))
  await eventually(async () => expect(await ordersOf(folder)).toEqual([]))
  expect(told('dealDone')).toEqual([])
})
