import { beforeAll, describe, expect, it } from 'vitest'
import { newDataFolder } from '../testkit/data-folder.ts'
import { eventually } from '../testkit/eventually.ts'
import { bundleHost, startWholeHost, viewOf } from '../testkit/whole-host.ts'
import type { Host } from './index.ts'

beforeAll(bundleHost, 60_000)

const startIn = (folder: string) => startWholeHost(folder, { speed: 60 })

describe('the whole house', () => {
  it('carries a market from the simulated terminal to the view, steers it, and goes on where it stopped', async () => {
    const folder = newDataFolder()
    const first = await startIn(folder)
    const isLinked = async (host: Host) => {
      const [link] = (await viewOf(host)).links
      expect(link).toMatchObject({ terminal: 'training-ground', state: 'live', armed: true, faults: 0 })
    }
    await eventually(() => isLinked(first))
    await eventually(async () => expect(Object.keys((await viewOf(first)).prices)).toHaveLength(15))

    first.simulate({ kind: 'pause' })
    await eventually(async () =>
      expect((await viewOf(first)).links[0]?.simulation).toEqual({ speed: 60, paused: true }),
    )
    const { marketMs } = await viewOf(first)
    await first.stop()

    const second = await startIn(folder)
    await eventually(() => isLinked(second))
    expect((await viewOf(second)).marketMs).toBeGreaterThanOrEqual(marketMs ?? Infinity)
    expect(await second.ask({ kind: 'ledgerSummary' })).toMatchObject({ is: 'answer' })
  }, 120_000)
})
