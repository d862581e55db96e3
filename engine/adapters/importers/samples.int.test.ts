import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  barsOf,
  histdataText,
  leanText,
  mt5BarsText,
  mt5TicksText,
  sampleTicks,
  type SampleTick,
} from '../../testkit/samples.ts'
import { openBarSource, openTickSource } from './index.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../../resources/samples')
const sample = (name: string) => path.join(FOLDER, `eurusd-20140505-${name}`)

const ticks = sampleTicks()
const bars = barsOf(ticks)

describe('the sample files', () => {
  it.each([
    ['lean.csv', leanText(ticks)],
    ['mt5-ticks.csv', mt5TicksText(ticks)],
    ['histdata-m1.csv', histdataText(bars)],
    ['mt5-m1.csv', mt5BarsText(bars)],
  ])('%s is what the generator makes', async (name, text) => {
    await expect(text).toMatchFileSnapshot(sample(name))
  })

  it.each([
    ['lean.csv', null],
    ['mt5-ticks.csv', 3],
  ])('%s gives the generated ticks back', async (name, serverTime) => {
    const opened = await openTickSource({ files: [sample(name)], ...(serverTime !== null && { serverTime }) })
    if (opened.is === 'refused') throw new Error(opened.text)
    const read: SampleTick[] = []

    for await (const { length, timeMs, bid, ask } of opened.source.batches())
      for (let at = 0; at < length; at++)
        read.push({ timeMs: timeMs[at] ?? 0, bid: bid[at] ?? 0, ask: ask[at] ?? 0 })

    expect(read).toEqual(ticks)
  })

  it.each([
    ['histdata-m1.csv', null],
    ['mt5-m1.csv', 3],
  ])('%s gives the bars of those ticks back', async (name, serverTime) => {
    const opened = await openBarSource({ files: [sample(name)], ...(serverTime !== null && { serverTime }) })
    if (opened.is === 'refused') throw new Error(opened.text)
    const read = []

    for await (const batch of opened.source.batches()) read.push(...batch.bars)

    const prices = bars.map(({ openMs, open, high, low, close }) => ({ openMs, open, high, low, close }))
    expect(read).toMatchObject(prices)
    expect(read).toHaveLength(prices.length)
  })
})
