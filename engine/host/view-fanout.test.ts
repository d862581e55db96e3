import { beforeEach, describe, expect, it } from 'vitest'
import type { ViewPatch, WarRoomView } from '../contracts/views.ts'
import type { ViewAnswer } from '../contracts/window-bridge.ts'
import { ViewFanout, type ViewSource } from './view-fanout.ts'

/** An engine that makes views with nothing in them but a revision and a version. */
class Source implements ViewSource {
  readonly watched: boolean[] = []
  asked = 0
  rev = 7
  watch(on: boolean) {
    this.watched.push(on)
  }
  snapshot(): Promise<ViewAnswer> {
    this.asked += 1
    return Promise.resolve({ is: 'answer', value: { rev: this.rev, prices: {}, regimes: {} } as WarRoomView })
  }
}

let source: Source
let fanout: ViewFanout
beforeEach(() => {
  source = new Source()
  fanout = new ViewFanout(source)
})
const revOf = async () => {
  const answer = await fanout.view()
  return answer.is === 'answer' ? answer.value.rev : answer.code
}

describe('the view fan-out', () => {
  it('has patches made from the first viewer to the last, and for nobody else', () => {
    const first = fanout.watch(() => undefined)
    const second = fanout.watch(() => undefined)
    first()
    first()
    second()
    second()
    expect(source.watched).toEqual([true, false])
  })

  it('tells every viewer every patch until it leaves', () => {
    const heard: string[] = []
    const leave = fanout.watch(patch => heard.push(`a${patch.rev}`))
    fanout.watch(patch => heard.push(`b${patch.rev}`))
    fanout.patched({ rev: 8 })
    leave()
    fanout.patched({ rev: 9 })
    expect(heard).toEqual(['a8', 'b8', 'b9'])
  })

  it('answers the second window from the patches of the first', async () => {
    fanout.watch(() => undefined)
    await fanout.view()
    fanout.patched({ rev: 8, version: 'new' } as ViewPatch)
    expect(await fanout.view()).toMatchObject({ value: { rev: 8, version: 'new' } })
    expect(source.asked).toBe(1)
  })

  it('asks the engine again after a gap, after a restart, and while nobody watches', async () => {
    expect(await revOf()).toBe(7)
    expect(await revOf()).toBe(7)
    const leave = fanout.watch(() => undefined)
    await revOf()
    fanout.patched({ rev: 9 })
    await revOf()
    fanout.forget()
    await revOf()
    leave()
    await revOf()
    expect(source.asked).toBe(6)
  })
})
