import { describe, expect, it } from 'vitest'
import type { Alert } from '../contracts/alerts.ts'
import type { EngineEvent } from '../contracts/events.ts'
import { AlertReader } from '../testkit/alerts.ts'
import { longHistory } from '../testkit/long-history.ts'
import { storyMs } from '../testkit/mission-course.ts'
import { ONE_OF_EACH } from '../testkit/one-of-each.ts'
import { CueBook } from './cue-book.ts'

const { terminalLinked, terminalLost, armed, disarmed, missionIssued, missionRetimed, closeRequested, closeAnswered } = ONE_OF_EACH // prettier-ignore

function aDesk() {
  const reader = new AlertReader()
  const book = new CueBook(() => 'USD')
  return {
    book,
    reader,
    store: (...events: readonly EngineEvent[]) =>
      events.flatMap(event => reader.store([event], storyMs(0)).flatMap(alert => book.take(alert, alert.seq) ?? [])), // prettier-ignore
  }
}
const titles = (cues: readonly { title: string }[]) => cues.map(({ title }) => title)

describe('a fact', () => {
  it('is told once, whatever editions of it come', () => {
    const { store } = aDesk()
    expect(store(terminalLinked, missionIssued)).toHaveLength(1)
    expect(store(missionRetimed, missionRetimed)).toEqual([])
  })

  it('that comes and goes is told at each turn: lost, armed again, lost once more', () => {
    const { store } = aDesk()
    const cues = store(terminalLinked, armed, terminalLost, terminalLinked, armed, armed, terminalLost)
    expect(titles(cues)).toEqual([
      'DEMO: Link lost',
      expect.stringMatching(/^DEMO: Link back after/),
      'DEMO: Link lost',
    ])
  })

  it('is told again where it is another trouble by now: refused after no answer, and a further reason not to be armed', () => {
    const { store } = aDesk()
    const refused = { ...closeAnswered, is: 'rejected', text: 'Market closed.' } as const
    expect(store(terminalLinked, closeRequested, { ...closeAnswered, is: 'unknown' }, refused)).toHaveLength(
      2,
    )
    const graver = { ...disarmed, reason: 'The account may not trade.' }
    expect(store(disarmed, disarmed, graver, armed)).toHaveLength(3)
  })

  it('of before the start is not told, and neither is the link of yesterday that is back', () => {
    const before = new AlertReader()
    before.store([terminalLinked, armed, terminalLost, missionIssued], storyMs(0))
    const book = new CueBook(() => null)
    book.know(before.book.record().alerts)
    const take = (alerts: readonly Alert[]) => alerts.flatMap(alert => book.take(alert, alert.seq) ?? [])
    expect(take(before.store([terminalLinked, armed, missionRetimed], storyMs(600)))).toEqual([])
    expect(titles(take(before.store([terminalLost], storyMs(620))))).toEqual(['DEMO: Link lost'])
  })

  it('that a hand at this computer has asked for is not told back to it', () => {
    const { store } = aDesk()
    const by = (origin: string): EngineEvent => ({ ...ONE_OF_EACH.paused, origin })
    expect(titles(store(by('window'), by('tray'), by('telegram')))).toEqual(['Desk'])
  })

  it('of a long history is told once: every trade that was closed, every mission that was issued', () => {
    const { reader, book } = aDesk()
    const events = [...longHistory(600)]
    const cues = reader.store(events, storyMs(0)).flatMap(alert => book.take(alert, alert.seq) ?? [])
    const ofKind = (kind: string) => events.filter(event => event.kind === kind).length
    const told = (kind: string) => cues.filter(cue => cue.kind === kind).length
    expect(ofKind('tradeClosed')).toBeGreaterThan(0)
    expect([told('closed'), told('mission')]).toEqual([ofKind('tradeClosed'), ofKind('missionIssued')])
  })
})
