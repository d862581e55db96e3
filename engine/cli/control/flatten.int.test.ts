import { expect, it } from 'vitest'
import { randomIds } from '../../adapters/identity/index.ts'
import { EpochMs, type Ulid } from '../../contracts/primitives.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import { bitten } from '../../testkit/command-line.ts'
import { eventually } from '../../testkit/eventually.ts'
import { trainingDesk, type TrainingDesk } from '../../testkit/training-desk.ts'

/** Fires whatever is offered until something is filled. */
async function getFilled({ host, told }: TrainingDesk): Promise<void> {
  const ids = randomIds()
  const tried = new Set<Ulid>()
  while (told('dealDone').length === 0) {
    for (const { mission } of told('missionIssued')) {
      if (tried.has(mission.id)) continue
      tried.add(mission.id)
      const id = ids.next(EpochMs.parse(Date.now()))
      await host.command({ kind: 'fireMission', id, origin: 'window', mission: mission.id })
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

it('bitten flatten closes an open position, and ends with 0 when the terminal has confirmed it', async () => {
  const desk = await trainingDesk(2_000)
  const { folder, host, told } = desk
  await getFilled(desk)
  expect(host.simulate({ kind: 'speed', speed: 1 })).toEqual({ is: 'done' })
  await eventually(async () => {
    expect(await callDesk(folder, { ask: 'status' })).toMatchObject({
      value: { desk: { positions: [{ external: false }] } },
    })
  })

  const { code, stdout } = await bitten(folder, 'flatten', '--json')

  expect([code, JSON.parse(stdout)]).toMatchObject([0, { is: 'done', confirmed: true }])
  expect(told('dealDone')).toHaveLength(2)
  expect(told('flattenRequested')).toMatchObject([{ origin: 'cli' }])
  expect(await callDesk(folder, { ask: 'status' })).toMatchObject({ value: { desk: { positions: [] } } })
})
