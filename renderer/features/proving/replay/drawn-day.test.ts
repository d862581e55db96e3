import { describe, expect, it } from 'vitest'
import { aHeldDay, aReplayDay as day, DAY, minuteMs } from '../../../../tests/e2e/support/proving.ts'
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

  it('shows a trade of the evening before with its levels, whatever is issued while it is held', () => {
    for (const minute of [1, 20, 39]) {
      const { lines } = drawnDay(aHeldDay, { shown: shownAt(DAY + minuteMs(minute), aHeldDay) })
      expect(lines.slice(0, 3).map(({ name, price }) => [name, price])).toEqual([
        ['TARGET', 1.383],
        ['OPEN', 1.386],
        ['STOP', 1.388],
      ])
    }
  })

  it('shows a plan again when the trade beside it is over, and until it expires', () => {
    const linesOf = (minute: number) =>
      drawnDay(aHeldDay, { shown: shownAt(DAY + minuteMs(minute), aHeldDay) }).lines.map(({ name }) => name)
    expect(linesOf(45)).toEqual(['TARGET', 'ENTRY', 'STOP', 'LAST'])
    expect(linesOf(51)).toEqual(['LAST'])
  })

  it('says two moments that stand close together in one name', () => {
    expect(drawnAt(60).marks.moments.map(({ name }) => name)).toEqual(['', 'ISSUED, OPENED', 'CLOSED'])
  })

  it('is no longer than can be read', () => {
    expect(drawnAt(1_439).candles).toHaveLength(180)
  })
})
