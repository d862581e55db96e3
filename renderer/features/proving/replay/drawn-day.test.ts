import { describe, expect, it } from 'vitest'
import { aReplayDay as day, DAY, minuteMs } from '../../../../tests/e2e/support/proving.ts'
import { drawnDay } from './drawn-day.ts'
import { shownAt } from './replay-clock.ts'

const drawnAt = (minute: number) => drawnDay(day, { shown: shownAt(DAY + minuteMs(minute), day) })
const linesAt = (minute: number) => drawnAt(minute).lines.map(({ look, price }) => [look, price])

describe('a day as it is drawn', () => {
  it('holds no candle, no line and no moment of what comes', () => {
    for (const minute of [1, 19, 54, 300, 899]) {
      const { candles, marks } = drawnAt(minute)
      expect(candles.at(-1)?.openMs).toBeLessThan(DAY + minuteMs(minute))
      expect(marks.moments.every(({ at }) => at <= candles.length)).toBe(true)
    }
    expect(drawnAt(19).marks.moments).toEqual([])
    expect(linesAt(19).map(([look]) => look)).toEqual(['last'])
  })

  it('shows the plan from its issue on, the trade from its fill on, and neither after its end', () => {
    expect(linesAt(20)).toEqual(expect.arrayContaining([['entry', 1.385], ['stop', 1.3842], ['target', 1.3864]])) // prettier-ignore
    expect(drawnAt(20).lines.find(({ look }) => look === 'entry')?.name).toBe('ENTRY')
    expect(drawnAt(23).lines.find(({ look }) => look === 'entry')).toMatchObject({
      name: 'OPEN',
      price: 1.38502,
    })
    expect(linesAt(55).map(([look]) => look)).toEqual(['last'])
  })

  it('says two moments that stand close together in one name', () => {
    expect(drawnAt(60).marks.moments.map(({ name }) => name)).toEqual(['', 'ISSUED, OPENED', 'CLOSED'])
  })

  it('is no longer than can be read', () => {
    expect(drawnAt(1_439).candles).toHaveLength(180)
  })
})
