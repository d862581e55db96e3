import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Alert, AlertFact } from '../../../contracts/alerts.ts'
import { AccountKind, Cents } from '../../../contracts/primitives.ts'
import { Persona } from '../../../contracts/telegram.ts'
import { ALERT_STORY, anAlert } from '../../../testkit/alert-story.ts'
import { AlertReader } from '../../../testkit/alerts.ts'
import { longHistory } from '../../../testkit/long-history.ts'
import { storyMs, storyTrade } from '../../../testkit/mission-course.ts'
import { ONE_OF_EACH } from '../../../testkit/one-of-each.ts'
import { tableLines } from '../../../testkit/shown-reply.ts'
import { alertReply } from '../../texts/alert-reply.ts'
import { aloud } from './aloud.ts'
import { spokenAlert } from './spoken-alert.ts'

const STORY = Object.values(ALERT_STORY).flat()
const NUMBER =
  /\b(?:plus|minus|point|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b/g
const numbersOf = (said: string) => said.match(NUMBER) ?? []
const wordsOf = (said: string) => said.split(/\s+/)

/** Where each part stands, one behind the other; throws at the first that does not. */
function inOrder(said: string, parts: readonly string[]): void {
  let at = 0
  for (const part of parts) {
    const found = said.indexOf(part, at)
    if (found < 0) throw new Error(`“${part}” is not said in “${said.slice(at)}”.`)
    at = found + part.length
  }
}

/** The figures of its written message, as they are said. */
const writtenFigures = (alert: Alert): string[] =>
  tableLines(alertReply(alert, { nowMs: alert.wallMs, currency: 'USD' })).flatMap(line =>
    (line.replace('R:R', '').match(/[+−]?\d[\d,]*(?:\.\d+)?/g) ?? []).map(aloud),
  )

describe('an alert in the words of a persona', () => {
  it.each(STORY)('$key, edition $seq: the same figures in the same order, whoever speaks', alert => {
    const said = Persona.options.map(persona => spokenAlert(alert, persona, 'USD'))
    expect(new Set(said.map(text => numbersOf(text).join(' '))).size).toBe(1)
    expect(new Set(said).size).toBe(said.length)
    for (const text of said) {
      inOrder(text, writtenFigures(alert))
      expect(text).not.toMatch(/\d|undefined|null|NaN/)
      expect(wordsOf(text).length, text).toBeLessThanOrEqual(130)
    }
  })

  it.each(STORY)('$key, edition $seq, names its account', alert => {
    const said = spokenAlert(alert, 'QUIET')
    if (alert.at?.account === 'simulated')
      expect(said).toContain('Simulated account at Training ground, mark seven seven c zero.')
    else if (alert.at) expect(said).toContain('Demo account at IC Markets, mark a three f nine.')
    else expect(said).toMatch(/The whole desk\.|Every demo account\./)
  })

  it('names the mark of an account sign by sign: a figure and a letter behind it are no length of time', () => {
    const [closed] = ALERT_STORY.closed
    if (!closed?.at) throw new Error('the story has a closed trade')
    const said = spokenAlert({ ...closed, at: { ...closed.at, mark: '3d1d' } }, 'QUIET')
    expect(said).toMatch(/mark three,? d,? one,? d\.$/)
  })

  it('comes out of a real history, at every edition', () => {
    const reader = new AlertReader()
    reader.store([...longHistory(600)], storyMs(0))
    reader.store(Object.values(ONE_OF_EACH), storyMs(1))
    for (const alert of reader.editions) {
      const said = Persona.options.map(persona => spokenAlert(alert, persona))
      expect(new Set(said.map(text => numbersOf(text).join(' '))).size, alert.key).toBe(1)
      for (const text of said) expect(text).not.toMatch(/\d|undefined|null|NaN/)
    }
  })

  it('is understood by ear', () => {
    const [closed] = ALERT_STORY.closed
    if (!closed) throw new Error('the story has a closed trade')
    expect(spokenAlert(closed, 'QUIET', 'USD')).toBe(
      'Closed: euro dollar, long. Result plus two point two six R. Money plus one hundred eight point two four dollars. ' +
        'Pips plus twenty seven point six. Open one point one zero two three eight. Close one point one zero five one four. ' +
        'Lots zero point four zero. Held one hour forty five minutes. Target reached. ' +
        'Demo account at IC Markets, mark a three f nine.',
    )
  })

  test.prop([
    fc.constantFrom(...AccountKind.options),
    fc.constantFrom(...Persona.options),
    fc.integer({ min: -99_999_999, max: 99_999_999 }),
  ])('never speaks of simulated money without saying so', (kind, persona, netCents) => {
    const trade = storyTrade({ kind, netCents: Cents.parse(netCents) })
    const said = spokenAlert(anAlert({ kind: 'closed', course: null, trade }, { at: null }), persona)
    expect(/simulated/i.test(said)).toBe(kind === 'simulated')
  })

  test.prop([fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 80 })])(
    'is words whatever others wrote, ends within a minute, and leaves out whole sentences only',
    (text, broker) => {
      const fact: AlertFact = { kind: 'trouble', what: 'external', text: `Spread 2.4 pips. ${text} 1.5 now.`, course: null } // prettier-ignore
      const alert = anAlert(fact)
      const said = spokenAlert({ ...alert, at: alert.at && { ...alert.at, broker } }, 'SERGEANT')
      expect(said).toContain('Spread two point four pips.')
      expect(said).not.toMatch(/[\d<>[\]{}|`$\\]/)
      expect(wordsOf(said).length).toBeLessThanOrEqual(200)
    },
  )
})

describe('what is written', () => {
  it.each([
    ['EURUSD', 'euro dollar'],
    ['1.10234', 'one point one zero two three four'],
    ['+1.25 R', 'plus one point two five R'],
    ['−0.012', 'minus zero point zero one two'],
    ['12 %', 'twelve percent'],
    ['1 : 2.50', 'one to two point five zero'],
    ['1,240 trades', 'one thousand two hundred forty trades'],
    ['position 48213390', 'position four eight two one three three nine zero'],
    ['1 h 05 min', 'one hour five minutes'],
    ['10:35 UTC', 'ten thirty five U T C'],
    ['09:05', 'zero nine zero five'],
    ['2026-01-07', 'January seven two thousand twenty six'],
    ['at 15-25', 'at fifteen twenty five'],
    ['[[hello]] <speak>', 'hello speak'],
    ['+40 XP', 'plus forty X P'],
    ['SIMULATED', 'simulated'],
  ])('%s is said as %s', (written, said) => {
    expect(aloud(written)).toBe(said)
  })
})
