import { describe, expect, it } from 'vitest'
import { createToastStore } from './toast-store.ts'
import { followNotices } from './follow-notices.ts'
import { createViewStore } from './view-store.ts'
import { quietRoom } from '../../tests/e2e/support/rooms.ts'
import { MARKET_MS, at } from '../../tests/e2e/support/view-parts.ts'

const texts = (toasts: ReturnType<typeof createToastStore>) =>
  toasts.getState().toasts.map(({ text }) => text)
const notice = (level: 'info' | 'warn' | 'error', text: string, afterMs = 0) => ({
  atMs: at(MARKET_MS + afterMs),
  level,
  text,
})

describe('toasts', () => {
  it('keep the newest two reports, and no report pushes a problem out', () => {
    const toasts = createToastStore()

    toasts.raise('error', 'refused')
    for (const text of ['one', 'two', 'three']) toasts.raise('info', text)

    expect(texts(toasts)).toEqual(['refused', 'two', 'three'])
  })

  it('keep a problem, however many cautions come after it', () => {
    const toasts = createToastStore()

    toasts.raise('error', 'one position is left')
    for (let n = 0; n < 12; n += 1) toasts.raise('warn', `caution ${n}`)

    expect(texts(toasts)).toEqual(['one position is left', 'caution 10', 'caution 11'])
  })

  it('leave when they are dismissed', () => {
    const toasts = createToastStore()
    toasts.raise('error', 'refused')

    toasts.dismiss(toasts.getState().toasts[0]?.id ?? 0)

    expect(texts(toasts)).toEqual([])
  })

  it('raise each of the engine’s notices once, oldest first, and of the old ones only the problems', () => {
    const views = createViewStore()
    const toasts = createToastStore()
    followNotices(views, toasts)
    const old = [notice('info', 'linked'), notice('warn', 'AutoTrading is off')]
    const fresh = [notice('error', 'later', 2_000), notice('warn', 'sooner', 1_000)]

    views.setState({ view: { ...quietRoom, notices: old } })
    views.setState({ view: { ...quietRoom, notices: [...fresh, ...old] } })
    views.setState({ view: { ...quietRoom, notices: [...fresh, ...old] } })

    expect(texts(toasts)).toEqual(['AutoTrading is off', 'sooner', 'later'])
  })
})
