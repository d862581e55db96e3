import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alert, AlertKind, Noise } from '../../contracts/alerts.ts'
import { AlertNoise } from '../../contracts/telegram.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { AlertQueue } from './alert-queue.ts'

const anAlert = (key: string, seq: number, kind: 'badge' | 'rank' | 'desk' = 'desk'): Alert => {
  const fact = {
    desk: { kind: 'desk', what: 'paused', selector: null, origin: 'window', text: 'Paused.' },
    badge: { kind: 'badge', account: 'demo', badge: 'FIRST_BLOOD', xp: 100, text: 'First Blood' },
    rank: { kind: 'rank', account: 'demo', rank: 'SCOUT', before: 'NIBBLER', xp: 1_000 },
  } as const
  const wallMs = EpochMs.parse(1_000)
  return { key, fact: fact[kind], firstSeq: seq, seq, wallMs, at: null, over: false }
}
const noise = (levels: Partial<Record<AlertKind, Noise>> = {}) => AlertNoise.parse(levels)

describe('a queue of alerts', () => {
  it('keeps the place of an alert that changes while it waits', () => {
    const queue = new AlertQueue(noise())
    queue.take(anAlert('a', 1), false)
    queue.take(anAlert('b', 2), false)
    queue.take(anAlert('a', 3), false)
    expect(queue.next(() => false)).toMatchObject({ key: 'a', seq: 3 })
    expect([queue.size, queue.settledSeq]).toEqual([2, 1])
  })

  it('keeps a newer edition that came while the one before was told', () => {
    const queue = new AlertQueue(noise())
    const first = anAlert('a', 1)
    queue.take(first, false)
    queue.take(anAlert('a', 2), false)
    queue.told(first)
    expect(queue.next(() => false)).toMatchObject({ seq: 2 })
  })

  it('sorts what waits anew when its kind becomes loud or quiet', () => {
    const queue = new AlertQueue(noise({ badge: 'digest', rank: 'off' }))
    queue.take(anAlert('a', 1, 'desk'), false)
    queue.take(anAlert('b', 2, 'badge'), false)
    queue.take(anAlert('c', 3, 'rank'), false)
    expect([queue.size, queue.collected().map(({ key }) => key)]).toEqual([1, ['b']])
    queue.configure(noise({ desk: 'off', badge: 'on' }), () => false)
    expect([queue.next(() => false)?.key, queue.size, queue.collected()]).toEqual(['b', 1, []])
  })

  it('settles nothing that is held or was put aside, and tells it at its place when it is taken again', () => {
    const queue = new AlertQueue(noise())
    const [changed, first, second] = [anAlert('a', 1), anAlert('b', 2), anAlert('c', 3)]
    queue.take(changed, true)
    queue.hold(changed)
    queue.putAside(first)
    queue.putAside(second)
    queue.putAside(anAlert('b', 4))
    expect([queue.size, queue.settledSeq]).toEqual([0, 0])
    queue.release()
    queue.told(changed)
    expect(queue.settledSeq).toBe(2)
    expect(queue.aside().map(({ key, seq }) => `${key}${seq}`)).toEqual(['b4', 'c3'])
    for (const alert of queue.aside()) queue.take(alert, false)
    expect([queue.size, queue.aside(), queue.settledSeq]).toEqual([2, [], 2])
  })

  it('never says that an alert is settled that still waits, and says all are when none does', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      kind: fc.constantFrom('badge' as const, 'rank' as const, 'desk' as const),
      isTold: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const queue = new AlertQueue(noise({ badge: 'digest', rank: 'off' }))
        const open = new Map<string, number>()
        steps.forEach(({ key, kind, isTold }, at) => {
          const alert = anAlert(`${kind} ${key}`, at + 1, kind)
          queue.take(alert, false)
          if (kind !== 'rank') open.set(alert.key, alert.seq)
          if (!isTold) return
          queue.told(alert)
          open.delete(alert.key)
        })
        expect(queue.settledSeq).toBe(Math.min(steps.length, ...[...open.values()].map(seq => seq - 1)))
      }),
    )
  })
})
