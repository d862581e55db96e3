import { expect, it } from 'vitest'
import type { Alert } from '../../contracts/alerts.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { anAlert } from '../../testkit/alert-story.ts'
import { storyMs, storyTrade } from '../../testkit/mission-course.ts'
import { shownText } from '../../testkit/shown-reply.ts'
import { digestOf } from './digest.ts'

const closed = (seq: number): Alert =>
  anAlert({ kind: 'closed', course: null, trade: storyTrade() }, { key: `closed:${seq}`, seq })
const lost = {
  kind: 'link',
  broker: 'IC Markets',
  reason: 'no word',
  lostMs: storyMs(0),
  backMs: null,
  armed: false,
  times: 1,
} as const

it('names what still is true before all that came after it, however much that is', () => {
  const later = Array.from({ length: 100 }, (_, k) => closed(10 + k))
  const trouble = {
    kind: 'trouble',
    what: 'stopGone',
    text: 'Position 7 has no stop.',
    course: null,
  } as const
  const paused = { kind: 'desk', what: 'paused', selector: null, origin: 'window', text: 'New trades are paused.' } as const // prettier-ignore
  const standing = [
    anAlert(paused, { key: 'desk:3', seq: 3, at: null }),
    anAlert(lost, { key: 'link:local:1', seq: 1 }),
    anAlert(trouble, { key: 'stopGone:2', seq: 2 }),
  ]
  const time = { fromMs: EpochMs.parse(storyMs(0)), toMs: EpochMs.parse(storyMs(60)) }
  const text = shownText(digestOf('back', [...standing, ...later], time).errand.reply())
  expect(text).toMatch(/Link lost since/)
  expect(text).toMatch(/Since 09:30 UTC: New trades are paused/)
  expect(text).toMatch(/Position 7 has no stop/)
})
