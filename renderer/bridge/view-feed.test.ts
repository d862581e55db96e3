import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { applyPatch } from '../../engine/contracts/views.ts'
import type { ViewPatch, WarRoomView } from '../../engine/contracts/views.ts'
import type { ViewAnswer } from '../../engine/contracts/window-bridge.ts'
import { quietRoom } from '../../tests/e2e/support/rooms.ts'
import { createViewStore } from '../stores/view-store.ts'
import { ViewFeed } from './view-feed.ts'

/** An engine whose every snapshot and patch is sent by the test. */
function anEngine() {
  let see = () => {}
  let take: (patch: ViewPatch) => void = () => {}
  const asked: ((answer: ViewAnswer) => void)[] = []
  const store = createViewStore()
  const bridge = {
    getView: () => new Promise<ViewAnswer>(resolve => asked.push(resolve)),
    onPatch: (listener: (patch: ViewPatch) => void) => {
      take = listener
      return () => (take = () => {})
    },
    onSeen: (listener: () => void) => {
      see = listener
      return () => (see = () => {})
    },
  }
  const feed = new ViewFeed(bridge, store)
  return {
    store,
    feed,
    questions: () => asked.length,
    patch: (patch: ViewPatch) => take(patch),
    see: () => see(),
    async answer(answer: ViewAnswer) {
      asked.at(-1)?.(answer)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

const at = (rev: number): ViewAnswer => ({ is: 'answer', value: { ...quietRoom, rev } })

describe('the stream of views', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('applies the patches that came while it waited for its snapshot, from the first that follows', async () => {
    const engine = anEngine()

    engine.patch({ rev: 4, version: 'four' })
    engine.patch({ rev: 5, version: 'five' })
    await engine.answer(at(4))

    expect(engine.store.getState().view).toMatchObject({ rev: 5, version: 'five' })
    expect(engine.questions()).toBe(1)
  })

  it('asks again when the window is seen, though no patch comes: what it shows is of when it was hidden', async () => {
    const engine = anEngine()
    await engine.answer(at(4))

    engine.see()
    expect(engine.questions()).toBe(2)
    engine.see()
    await engine.answer(at(6))
    expect(engine.questions()).toBe(3)
    await engine.answer(at(9))

    expect(engine.store.getState().view?.rev).toBe(9)
    expect(engine.questions()).toBe(3)
  })

  it('asks again when a patch is missing among those that waited', async () => {
    const engine = anEngine()

    engine.patch({ rev: 6, version: 'six' })
    await engine.answer(at(4))
    expect(engine.questions()).toBe(2)
    await engine.answer(at(6))

    expect(engine.store.getState().view?.rev).toBe(6)
  })

  it('keeps the last picture and says why there is no newer one', async () => {
    const engine = anEngine()
    await engine.answer(at(4))

    engine.patch({ rev: 9 })
    await engine.answer({ is: 'failed', code: 'ENGINE_DOWN', text: 'The engine is being started again.' })

    expect(engine.store.getState()).toMatchObject({
      view: { rev: 4 },
      trouble: 'The engine is being started again.',
    })
  })

  it('asks again by itself after a failure', async () => {
    const engine = anEngine()

    await engine.answer({ is: 'failed', code: 'ENGINE_DOWN', text: 'Not yet.' })
    await vi.advanceTimersByTimeAsync(2_500)

    expect(engine.questions()).toBe(2)
  })

  it('calls a live picture silent when nothing comes, and not one without a terminal', async () => {
    const engine = anEngine()
    await engine.answer(at(4))
    await vi.advanceTimersByTimeAsync(7_000)
    expect(engine.store.getState().silent).toBe(true)

    engine.patch({ rev: 5, links: [] })
    await vi.advanceTimersByTimeAsync(20_000)

    expect(engine.store.getState().silent).toBe(false)
  })

  it('hears and asks nothing after it was stopped', async () => {
    const engine = anEngine()
    engine.feed.stop()

    await engine.answer({ is: 'failed', code: 'ENGINE_DOWN', text: 'Too late.' })
    await vi.advanceTimersByTimeAsync(10_000)

    expect(engine.questions()).toBe(1)
    expect(engine.store.getState().view).toBeNull()
  })

  test.prop([fc.array(fc.record({ lost: fc.boolean(), version: fc.string() }), { maxLength: 40 })])(
    'ends at the engine’s own view, whatever is lost on the way',
    async steps => {
      vi.useFakeTimers()
      let truth: WarRoomView = { ...quietRoom, rev: 1 }
      const engine = anEngine()
      await engine.answer({ is: 'answer', value: truth })

      for (const { lost, version } of [...steps, { lost: false, version: 'last' }]) {
        const patch = { rev: truth.rev + 1, version }
        truth = applyPatch(truth, patch)
        const before = engine.questions()
        if (!lost) engine.patch(patch)
        if (engine.questions() > before) await engine.answer({ is: 'answer', value: truth })
      }

      expect(engine.store.getState().view).toEqual(truth)
      engine.feed.stop()
    },
  )
})
