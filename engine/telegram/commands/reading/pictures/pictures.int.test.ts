import { beforeAll, expect, it } from 'vitest'
import { marketChart } from '../../../../adapters/pictures/index.ts'
import type { ChartFacts } from '../../../../contracts/pictures.ts'
import { EpochMs, Points } from '../../../../contracts/primitives.ts'
import { candlesOf } from '../../../../domain/notebook/bars-around.ts'
import { botBench } from '../../../../testkit/bot-bench.ts'
import { aBusyRoom, BUSY_MS } from '../../../../testkit/busy-desk.ts'
import { chartMinutes } from '../../../../testkit/chart-minutes.ts'

const facts: ChartFacts = {
  pair: 'EURUSD',
  account: 'simulated',
  terminal: 'terminal-1',
  digits: 5,
  frameMinutes: 15,
  candles: 100,
  fromMs: BUSY_MS,
  last: { price: Points.parse(110_228), closedMs: EpochMs.parse(BUSY_MS) },
  sessions: [],
  plan: null,
  open: [],
}
let png = new Uint8Array()
beforeAll(async () => {
  const candles = candlesOf(chartMinutes(BUSY_MS, 1_500), 900_000)
  png = Uint8Array.from(await marketChart(candles, facts, { theme: 'nightOps' }))
})

it('a pair that is pressed comes as a photo of its own, and what is pressed below it leaves it as it is', async () => {
  const { chat, pair } = await botBench({
    before: (_, desk) => {
      desk.shown = aBusyRoom()
      desk.answers.chartPicture = ({ of }) => ({
        is: 'picture',
        png,
        facts: of.is === 'market' ? { ...facts, open: of.open } : facts,
      })
    },
  })
  await pair(chat)
  chat.send('/chart')
  const choice = await chat.waitFor(({ text }) => text === 'Of which pair?')
  chat.press(choice.id, 'EURUSD')
  const photo = await chat.waitFor(({ is }) => is === 'photo')
  expect(photo.id).not.toBe(choice.id)
  expect(photo.text).toMatch(
    /^EURUSD · SIMULATED money\nOpen long 0\.40 #50012345 from 1\.10234, .*\n100 bars of 15 min/,
  )
  chat.press(photo.id, 'Positions')
  await chat.waitFor(({ text }) => text.startsWith('Positions: 1 open'))
  expect(chat.read().find(({ id }) => id === photo.id)?.text).toBe(photo.text)
})
