import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Alert, AlertFact } from '../../contracts/alerts.ts'
import { ALERT_STORY, anAlert } from '../../testkit/alert-story.ts'
import { AlertReader } from '../../testkit/alerts.ts'
import { longHistory } from '../../testkit/long-history.ts'
import { aCourse, storyMission, storyMs } from '../../testkit/mission-course.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { saidByButtons, shownText, tableLines } from '../../testkit/shown-reply.ts'
import { alertReply } from './alert-reply.ts'
import { oneLine } from './html.ts'
import { COLUMNS } from './parts.ts'

const reply = (alert: Alert) => alertReply(alert, { nowMs: alert.wallMs, currency: 'USD' })
const linesOf = (alert: Alert) => shownText(reply(alert)).split('\n')

const STORY = Object.values(ALERT_STORY).flat()

describe('an alert of every kind', () => {
  it.each(STORY)('$key, edition $seq, is taken by the server and names its account', alert => {
    const lines = linesOf(alert)
    const account = { demo: 'IC Markets · demo · a3f9', simulated: 'Training ground · SIMULATED · 77c0' }
    const kind = alert.at?.account
    expect(lines.at(-1)).toContain(kind === 'demo' || kind === 'simulated' ? account[kind] : 'UTC')
    expect(lines.at(-1)).toMatch(/ · \d\d:\d\d UTC$/)
    expect(lines[0]).toMatch(/^\p{Emoji}\S* \S/u)
    expect(lines.slice(1).join('\n')).not.toMatch(/\p{Extended_Pictographic}/u)
  })

  it.each(STORY)('$key, edition $seq, fits a phone: its tables and what its buttons say', alert => {
    for (const line of tableLines(reply(alert))) expect(line.length, line).toBeLessThanOrEqual(COLUMNS)
    for (const said of saidByButtons(reply(alert)))
      expect(Buffer.byteLength(said), said).toBeLessThanOrEqual(64)
  })

  it('comes out of a real history, at every edition', () => {
    const reader = new AlertReader()
    reader.store([...longHistory(1_500)], storyMs(0))
    reader.store(Object.values(ONE_OF_EACH), storyMs(1))
    expect(new Set(reader.editions.map(({ fact }) => fact.kind)).size).toBeGreaterThan(8)
    for (const alert of reader.editions)
      expect(shownText(reply(alert)), alert.key).not.toMatch(/undefined|null|NaN/)
  })
})

describe('words that others chose', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('<b>x</pre>&lt;"', '🎯'.repeat(500), 'שלום\u202Eabc', '/fire', 'x'.repeat(10_000)),
  )

  test.prop([words, words], { numRuns: 60 })(
    'are shown as they are and never a mark, and an alert is one message all the same',
    (broker, said) => {
      const denials = Array.from(
        { length: 40 },
        () => ({ code: 'PAUSED', text: said, value: null, limit: null }) as const,
      )
      const facts: readonly AlertFact[] = [
        { kind: 'trouble', what: 'external', text: said, course: null },
        { kind: 'denied', course: null, origin: said, denials },
        {
          kind: 'mission',
          course: aCourse({ mission: storyMission({ evidence: said, setup: said, warnings: [said] }) }),
        },
        { kind: 'guard', guard: 'MEDIC', text: said, untilMs: null, ended: said },
        { kind: 'drillReport', account: 'demo', report: 'drill', dueMs: storyMs(0), text: said },
      ]
      for (const fact of facts) {
        const alert = anAlert(fact)
        const told = reply({ ...alert, at: alert.at && { ...alert.at, broker } })
        const text = shownText(told)
        expect(text.length).toBeLessThan(3_900)
        expect(text).toContain(oneLine(said, 150).slice(1, -1))
        expect(text).toContain(oneLine(broker, 60))
      }
    },
  )
})

describe('an alert that is told late', () => {
  it('says the day on which it happened', () => {
    const text = shownText(
      alertReply(anAlert({ kind: 'mission', course: aCourse() }), { nowMs: storyMs(24 * 60) }),
    )
    expect(text).toContain('until 2026-01-06 10:35 UTC')
    expect(text).toContain('IC Markets · demo · a3f9 · 2026-01-06 09:30 UTC')
  })

  it('asks for nothing that somebody has done already', () => {
    const [denied] = ALERT_STORY.denied
    if (!denied) throw new Error('the story has a denial')
    expect(saidByButtons(reply(denied))[0]).toMatch(/^\/fire /)
    expect(saidByButtons(reply({ ...denied, over: true }))).toEqual([])
  })
})

describe('trouble', () => {
  it('that is over has a head that says so, and asks for nothing', () => {
    const fact = {
      kind: 'trouble',
      what: 'disarmed',
      text: 'It may be fired on again.',
      course: null,
    } as const
    const cleared = reply(anAlert({ ...fact, cleared: true }))
    expect([shownText(cleared).split('\n')[0], saidByButtons(cleared)]).toEqual(['⚠️ ARMED AGAIN', []])
    const raised = reply(anAlert({ ...fact, text: 'a stop is missing' }))
    expect([shownText(raised).split('\n')[0], saidByButtons(raised)]).toEqual([
      '⚠️ NOT ARMED',
      ['/status', '/positions'],
    ])
  })
})
