import { describe, expect, it } from 'vitest'
import type { ViewPatch, WarRoomView } from '../../contracts/views.ts'
import type { ViewAnswer } from '../../contracts/window-bridge.ts'
import { aWarRoom } from '../../testkit/views.ts'
import { ViewFollower } from './view-follower.ts'

/** A host whose whole view is answered when the test says so. */
function aHost() {
  const asked: ((answer: ViewAnswer) => void)[] = []
  let patched: (patch: ViewPatch) => void = () => undefined
  return {
    asked,
    patch: (patch: ViewPatch) => patched(patch),
    answer: async (value: WarRoomView) => {
      asked.shift()?.({ is: 'answer', value })
      await Promise.resolve()
    },
    watch: (take: (patch: ViewPatch) => void) => {
      patched = take
      return () => (patched = () => undefined)
    },
    view: () => new Promise<ViewAnswer>(resolve => asked.push(resolve)),
  }
}

describe('a view that is followed', () => {
  it('begins with the whole and goes on with patches', async () => {
    const host = aHost()
    const follower = new ViewFollower(host)
    await host.answer(aWarRoom({ rev: 4 }))

    host.patch({ rev: 5, session: 'OVERLAP' })

    expect(follower.view).toMatchObject({ rev: 5, session: 'OVERLAP' })
    expect(host.asked).toHaveLength(0)
  })

  it('asks for the whole once when a patch is missing, and leaves older ones alone', async () => {
    const host = aHost()
    const follower = new ViewFollower(host)
    await host.answer(aWarRoom({ rev: 4 }))

    host.patch({ rev: 3, session: 'CLOSED' })
    expect(host.asked).toHaveLength(0)
    host.patch({ rev: 6, session: 'OVERLAP' })
    host.patch({ rev: 7, session: 'OVERLAP' })
    expect(host.asked).toHaveLength(1)
    await host.answer(aWarRoom({ rev: 7, session: 'NEW_YORK' }))

    expect(follower.view).toMatchObject({ rev: 7, session: 'NEW_YORK' })
  })

  it('asks again at the next patch when the engine could not answer', async () => {
    const host = aHost()
    const follower = new ViewFollower(host)
    host.asked.shift()?.({ is: 'failed', code: 'ENGINE_DOWN', text: 'down' })
    await Promise.resolve()

    host.patch({ rev: 1 })
    await host.answer(aWarRoom({ rev: 1 }))

    expect(follower.view?.rev).toBe(1)
  })
})
