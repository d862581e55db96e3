import { describe, expect, it } from 'vitest'
import type { Alert } from '../../contracts/alerts.ts'
import { ALERT_STORY, anAlert } from '../../testkit/alert-story.ts'
import { aUlid } from '../../testkit/events.ts'
import {
  aCourse,
  closedCourse,
  filledCourse,
  storyMission,
  storyMs,
  storyTrade,
} from '../../testkit/mission-course.ts'
import { shownText } from '../../testkit/shown-reply.ts'
import { accountName } from './account-name.ts'
import { digestReply, type DigestSpan } from './digest-reply.ts'
import { helloReply } from './hello-reply.ts'
import { repeatMark } from './repeat-mark.ts'
import { alertReply } from './alert-reply.ts'
import { aLinkView } from '../../testkit/views.ts'

const span: DigestSpan = { why: 'back', fromMs: storyMs(0), toMs: storyMs(42), more: 0 }
const linesOf = (alerts: readonly Alert[], change: Partial<DigestSpan> = {}) =>
  shownText(digestReply(alerts, { ...span, ...change })).split('\n')

/** The message of a mission, of its own key. */
const ofMission = (number: number, course: ReturnType<typeof aCourse>, seq = number): Alert => {
  const mission = { ...course.mission, id: aUlid(number) }
  return anAlert({ kind: 'mission', course: { ...course, mission } }, { key: `mission:${mission.id}`, seq })
}
const guard = {
  kind: 'guard',
  guard: 'MEDIC',
  text: 'Half of the daily stop is gone.',
  untilMs: null,
} as const

describe('a digest', () => {
  it('says first what still is true, then what was closed, then how often the rest was', () => {
    const alerts = [
      ofMission(1, aCourse()),
      ofMission(2, filledCourse({ mission: storyMission({ pair: 'GBPUSD', side: 'sell' }) })),
      ofMission(3, closedCourse()),
      ofMission(4, aCourse({ stage: 'expired' })),
      ofMission(5, aCourse({ stage: 'expired' })),
      anAlert({ ...guard, ended: null }, { key: 'guard:1' }),
      anAlert({ ...guard, ended: 'A new day.' }, { key: 'guard:2' }),
    ]
    expect(linesOf(alerts)).toEqual([
      '📬 Back. Here is what you missed',
      '09:30 UTC to 10:12 UTC · 42 min · 7 alerts',
      'Still true',
      '• MEDIC since 09:30 UTC: Half of the daily stop is gone.',
      '• PENDING EURUSD LONG ▲ until 10:35 UTC',
      '• OPEN GBPUSD SHORT ▼ #48213390, stop 1.10122',
      'Closed',
      '• EURUSD LONG ▲ +2.26 R, +108.24 demo: target reached',
      'Also',
      '• 2 missions expired, 1 guard over',
      'IC Markets · demo · a3f9',
    ])
  })

  it('tells a mission once, as its newest edition has it, and a trade once', () => {
    const lines = linesOf([
      ofMission(1, aCourse(), 1),
      ofMission(1, filledCourse(), 2),
      ofMission(1, closedCourse(), 3),
      anAlert({ kind: 'filled', course: filledCourse() }),
      anAlert({ kind: 'closed', course: closedCourse(), trade: storyTrade() }, { key: 'closed:1', seq: 4 }),
    ])
    expect(lines.filter(line => line.startsWith('•'))).toEqual([
      '• EURUSD LONG ▲ +2.26 R, +108.24 demo: target reached',
    ])
  })

  it('keeps no trouble with a position that is closed by now', () => {
    const trouble = (course: ReturnType<typeof aCourse> | null): Alert =>
      anAlert(
        { kind: 'trouble', what: 'closeFailed', text: 'The close was rejected.', course },
        { key: 'failed:1' },
      )
    const rejected = '• 09:30 UTC: The close was rejected.'
    expect(linesOf([trouble(filledCourse()), ofMission(7, filledCourse())])).toContain(rejected)
    expect(linesOf([trouble(filledCourse()), ofMission(7, closedCourse())])).not.toContain(rejected)
    expect(linesOf([trouble(null), ofMission(7, closedCourse())])).toContain(rejected)
  })

  it('says the money of a trade with the currency of its account', () => {
    const lines = linesOf([ofMission(1, closedCourse())], { currency: () => 'USD' })
    expect(lines).toContain('• EURUSD LONG ▲ +2.26 R, +108.24 USD demo: target reached')
  })

  it('says with its time how the desk stands now, and of what was changed several times only the last', () => {
    const notice = (minutes: number, what: 'paused' | 'resumed' | 'selector', text: string): Alert =>
      anAlert(
        { kind: 'desk', what, selector: what === 'selector' ? 'SAFE' : null, origin: 'window', text },
        { key: `desk:${minutes}`, seq: minutes, wallMs: storyMs(minutes), at: null },
      )
    const paused = (minutes: number) => notice(minutes, 'paused', 'New trades are paused.')
    const resumed = (minutes: number) => notice(minutes, 'resumed', 'New trades are possible again.')
    const safe = notice(20, 'selector', 'The selector is on SAFE.')
    expect(linesOf([paused(5), resumed(10), paused(15), safe]).slice(2)).toEqual([
      'Still true',
      '• Since 09:45 UTC: New trades are paused. (the last of 3 changes)',
      '• Since 09:50 UTC: The selector is on SAFE.',
    ])
    expect(linesOf([paused(5), resumed(10)]).slice(2)).toEqual([
      'Also',
      '• 09:40 UTC: New trades are possible again. (the last of 2 changes)',
    ])
  })

  it('says whose each line is when there are several accounts, and never adds their results together', () => {
    const simulated = { ...anAlert(guardEnded).at, account: 'simulated', mark: '77c0' } as NonNullable<
      Alert['at']
    >
    const closed = (kind: 'demo' | 'simulated', number: number): Alert => {
      const trade = storyTrade({ kind, order: aUlid(number) })
      const key = `closed:${number}`
      return anAlert(
        { kind: 'closed', course: null, trade },
        kind === 'demo' ? { key } : { key, at: simulated },
      )
    }
    const lines = linesOf([closed('demo', 1), closed('simulated', 2)])
    expect(lines.filter(line => line.startsWith('•'))).toEqual([
      '• EURUSD LONG ▲ +2.26 R, +108.24 demo: target reached · IC Markets · demo · a3f9',
      '• EURUSD LONG ▲ +2.26 R, +108.24 simulated: target reached · IC Markets · SIMULATED · 77c0',
    ])
    expect(lines.join()).not.toMatch(/4\.52|216/)
  })

  it('is one message however much it has to tell, and says what it leaves out', () => {
    const many = Array.from({ length: 300 }, (_, k) => ofMission(k + 1, aCourse()))
    const text = linesOf(many, { more: 40 })
    expect(text).toContain('… and 288 more')
    expect(text).toContain('40 alerts of that time not listed here.')
    expect(text[1]).toContain('340 alerts')
    expect(text.join('\n').length).toBeLessThan(4_096)
  })

  it('is one message also of two accounts with much to say in every part, for Telegram refuses a longer one', () => {
    const { at: account } = anAlert(guardEnded)
    const at = (k: number): Alert['at'] =>
      account && { ...account, broker: 'A Broker With A Long Name Ltd', mark: k % 2 ? 'a3f9' : '77c0' }
    const text =
      'A sentence as long as those of the terminal and of the broker are, with a figure and a reason. '.repeat(
        2,
      )
    const trouble = { kind: 'trouble', what: 'disarmed', text, course: null } as const
    const report = { kind: 'drillReport', account: 'demo', report: 'drill', dueMs: storyMs(0), text } as const
    const many = Array.from({ length: 15 }, (_, k) => [
      anAlert(trouble, { key: `disarmed:${k}`, at: at(k) }),
      anAlert({ kind: 'closed', course: null, trade: storyTrade() }, { key: `closed:${k}`, at: at(k) }),
      anAlert(report, { key: `drillReport:${k}`, at: at(k) }),
    ]).flat()
    const { html } = repeatMark(digestReply(many, span))
    expect(html.text.length).toBeLessThanOrEqual(4_096)
    for (const part of ['Still true', 'Closed', 'Also']) expect(html.text).toContain(`<b>${part}</b>`)
    expect(html.text).toMatch(/… and \d+ more/)
  })

  it('of every kind of alert leaves none untold', () => {
    for (const alert of Object.values(ALERT_STORY).flat())
      expect(
        linesOf([alert]).some(line => line.startsWith('•')),
        alert.key,
      ).toBe(true)
  })

  it('that is quiet makes no sound, and is not called a return', () => {
    expect(digestReply([], { ...span, why: 'quiet' }).isSilent).toBe(true)
    expect(linesOf([], { why: 'quiet' })).toEqual(['📬 Digest', '09:30 UTC to 10:12 UTC · 42 min · 0 alerts'])
    expect(digestReply([], span).isSilent).toBeUndefined()
  })
})

const guardEnded = { ...guard, ended: 'over' } as const

describe('a hello', () => {
  it('says what the chat may do, and takes any name', () => {
    expect(shownText(helloReply({ name: '<b>Jan</b>\u202E 👩‍🚀\n', role: 'commander' }))).toContain(
      'Hello, <b>Jan</b> 👩‍🚀. ',
    )
    expect(shownText(helloReply({ name: 'x'.repeat(9_000), role: 'spotter' })).length).toBeLessThan(300)
  })
})

describe('the mark of a repeat', () => {
  it('stands above the message and leaves its buttons', () => {
    const [alert] = ALERT_STORY.mission
    if (!alert) throw new Error('the story has a mission')
    const reply = alertReply(alert, { nowMs: alert.wallMs })
    const marked = repeatMark(reply)
    expect(shownText(marked)).toBe(
      `↻ This may be here twice: Telegram did not say whether the first one arrived.\n${shownText(reply)}`,
    )
    expect(marked.buttons).toEqual(reply.buttons)
  })
})

describe('the name of an account', () => {
  it('is the same of a link as of an alert', () => {
    expect(accountName(aLinkView({ broker: 'IC Markets', kind: 'demo' }))).toBe('IC Markets · demo · a3f9')
    expect(accountName(aLinkView({ kind: 'simulated' }))).toBe('Broker · SIMULATED · a3f9')
    expect(accountName(aLinkView({ kind: 'live' }))).toBe('Broker · LIVE · a3f9')
  })
})
