import { describe, expect, it } from 'vitest'
import { aMission, aMissionView, aWarRoom } from '../../testkit/views.ts'
import { aUlid } from '../../testkit/events.ts'
import { IDLE, onKey } from './keys.ts'

const pending = aMissionView({ mission: aMission({ id: aUlid(7) }) })
const fired = aMissionView({ mission: aMission({ id: aUlid(3) }), state: 'fired' })
const room = aWarRoom({ missions: [fired, pending] })
const nothing = { is: 'nothing' }

describe('the keys of a headless desk', () => {
  it('fire the first pending mission after f and y', () => {
    const [asking, first] = onKey(IDLE, 'f', room)
    const [after, second] = onKey(asking, 'y', room)

    expect([asking, first]).toEqual([{ is: 'asking', mission: aUlid(7) }, nothing])
    expect([after, second]).toEqual([IDLE, { is: 'fire', mission: aUlid(7) }])
  })

  it('fire the mission that was asked about, whatever has come to stand before it', () => {
    const [asking] = onKey(IDLE, 'f', room)
    const later = aWarRoom({ missions: [aMissionView({ mission: aMission({ id: aUlid(9) }) }), pending] })

    expect(onKey(asking, 'y', later)[1]).toEqual({ is: 'fire', mission: aUlid(7) })
  })

  it.each(['n', 'f', '\r', 'Y', 'yy', 'fy'])('fire nothing when the answer is %j', key => {
    const [asking] = onKey(IDLE, 'f', room)

    expect(onKey(asking, key, room)).toEqual([IDLE, nothing])
  })

  it.each(['y', 'fy', 'x', ''])('fire nothing on %j alone', key => {
    expect(onKey(IDLE, key, room)).toEqual([IDLE, nothing])
  })

  it('ask nothing when no mission is pending', () => {
    expect(onKey(IDLE, 'f', aWarRoom({ missions: [fired] }))).toEqual([IDLE, nothing])
    expect(onKey(IDLE, 'f', null)).toEqual([IDLE, nothing])
  })

  it.each(['q', '\u0003'])('end the desk on %j, whatever was asked', key => {
    expect(onKey(IDLE, key, null)[1]).toEqual({ is: 'quit' })
    expect(onKey({ is: 'asking', mission: aUlid(7) }, key, room)[1]).toEqual({ is: 'quit' })
  })
})
