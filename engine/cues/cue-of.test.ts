import { describe, expect, it } from 'vitest'
import type { Alert } from '../contracts/alerts.ts'
import { ALERT_STORY, anAlert } from '../testkit/alert-story.ts'
import { aMission } from '../testkit/views.ts'
import { aCourse } from '../testkit/mission-course.ts'
import { briefingOf } from './briefing.ts'
import { cueKindOf } from './cue-kinds.ts'
import { cueOf, cueOfTrouble } from './cue-of.ts'

const STORY = Object.values(ALERT_STORY).flat()
const told = (alert: Alert) => cueOf(cueKindOf(alert.fact) ?? 'order', alert, 'USD')
const first = (kind: keyof typeof ALERT_STORY, at = 0) => {
  const alert = ALERT_STORY[kind][at]
  if (!alert) throw new Error(`the story has no ${kind} ${at}`)
  return told(alert)
}

describe('what this computer tells', () => {
  it.each(STORY)('of $key, edition $seq, says whose money it is before anything else', alert => {
    const { title, spoken, body } = told(alert)
    if (alert.at?.account === 'simulated') expect([title, spoken]).toEqual([expect.stringMatching(/^TRAINING: /), expect.stringMatching(/^training\. /)]) // prettier-ignore
    else if (alert.at) expect([title, spoken]).toEqual([expect.stringMatching(/^DEMO: /), expect.stringMatching(/^demo\. /)]) // prettier-ignore
    expect(title.length).toBeLessThanOrEqual(90)
    expect(body.length).toBeLessThanOrEqual(220)
    expect(`${title} ${body} ${spoken}`).not.toMatch(/undefined|null|NaN|<|>/)
    expect(spoken).not.toMatch(/\d/)
    expect((spoken ?? '').split(' ').length, spoken ?? '').toBeLessThanOrEqual(45)
  })

  it('names contest and real money too', () => {
    expect(briefingOf(aMission({ kind: 'contest' })).title).toMatch(/^CONTEST: /)
    expect(briefingOf(aMission({ kind: 'live', side: 'sell', setup: 'BIGBAR-FADE' })).title).toBe('LIVE: EURUSD short, BIGBAR-FADE') // prettier-ignore
  })

  it('carries the three prices and the ratio of a mission, and marks a drill', () => {
    const mission = aMission({ drill: true })
    const { body } = told(anAlert({ kind: 'mission', course: aCourse({ mission }) }))
    expect(body).toMatch(/^Entry 1\.\d{5}, stop 1\.\d{5}, target 1\.\d{5}, \d\.\d\d : 1\. Uncalibrated drill\.$/) // prettier-ignore
  })

  it('says a mission in a sentence that a voice reads well', () => {
    expect(first('mission').spoken).toBe('demo. Mission: euro dollar long, two point five to one.')
  })

  it('says of a closed trade what it came to', () => {
    const { title, body, spoken, sound } = first('closed')
    expect(title).toBe('DEMO: Closed: EURUSD, long')
    expect(body).toContain('Result +2.26 R. Money +108.24 USD.')
    expect(spoken).toBe('demo. Closed: euro dollar, long. plus two point two six R.')
    expect(sound).toBe('target')
  })

  it('shows what others have written, and takes nothing of it for a mark', () => {
    const [lost] = ALERT_STORY.link
    if (!lost?.at || lost.fact.kind !== 'link') throw new Error('the story has a lost link')
    const broker = '<a href="x">Broker</a>\u202E'
    const cue = told({ ...lost, at: { ...lost.at, broker }, fact: { ...lost.fact, reason: '<b>gone</b>' } })
    expect(cue.body).toBe('‹a href="x"›Broker‹/a›. Lost at 09:50 UTC. ‹b›gone‹/b›.')
    expect(cueOfTrouble('<i>The engine died.</i>').body).toBe('‹i›The engine died.‹/i›')
  })

  it('is found where a click leads: missions in the room, awards in the campaign, reports in the notebook', () => {
    const place = ({ page, mission }: ReturnType<typeof told>) => [page, mission !== null]
    expect(['mission', 'filled', 'denied', 'closed', 'rank', 'sitrep'].map(kind => place(first(kind as 'mission')))).toEqual([
      ['room', true], ['room', true], ['room', true], ['room', false], ['campaign', false], ['notebook', false],
    ])
  }) // prettier-ignore

  it('says of a lost link which, why, and that it is urgent', () => {
    const { title, body, isUrgent, sound, page } = first('link')
    expect([title, isUrgent, sound, page]).toEqual(['DEMO: Link lost', true, 'warning', 'link'])
    expect(body).toBe('IC Markets. Lost at 09:50 UTC. No heartbeat for 5 s.')
  })
})
