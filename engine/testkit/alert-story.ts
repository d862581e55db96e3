/** An alert of every kind, about one trade and what happens around it: a kind that looks in several ways more than once. */
import type { Alert, AlertFact, AlertKind, MissionCourse } from '../contracts/alerts.ts'
import { Points, TerminalId } from '../contracts/primitives.ts'
import { aUlid } from './events.ts'
import {
  aCourse,
  closedCourse,
  filledCourse,
  STORY_MS,
  storyMission,
  storyMs,
  storyOrder,
  storyTrade,
} from './mission-course.ts'

const demo = {
  terminal: TerminalId.parse('terminal-1'),
  broker: 'IC Markets',
  account: 'demo',
  mark: 'a3f9',
} as const
const simulated = { ...demo, broker: 'Training ground', account: 'simulated', mark: '77c0' } as const

/** Named after its fact, of the account of the story. */
export const anAlert = (fact: AlertFact, change: Partial<Alert> = {}): Alert => ({
  key: `${fact.kind}:${aUlid(7)}`,
  fact,
  firstSeq: 1,
  seq: 1,
  wallMs: STORY_MS,
  at: demo,
  over: false,
  ...change,
})

/** So many minutes into the story; nothing changes it any more. */
const told = (minutes: number, fact: AlertFact, change: Partial<Alert> = {}): Alert =>
  anAlert(fact, { wallMs: storyMs(minutes), seq: 10 + minutes, over: true, ...change })

const ofMission = (course: MissionCourse, change: Partial<Alert> = {}): Alert =>
  anAlert({ kind: 'mission', course }, { key: `mission:${course.mission.id}`, ...change })

const drill = storyMission({
  id: aUlid(9),
  kind: 'simulated',
  pair: 'USDJPY',
  symbol: 'USDJPY',
  digits: 3,
  setup: 'Z5-FADE',
  signal: 'RAPID_ASSAULT',
  quality: 'DRILL',
  drill: true,
  side: 'sell',
  entry: Points.parse(156_482),
  stop: Points.parse(156_571),
  target: Points.parse(156_304),
  rewardRatio: 2,
  confidence: { p: 0.31, n: 0, calibrated: true, source: 'prior' },
  timeOut: { p: 0, r: 0 },
  expectedR: -0.12,
  shield: null,
  structure: [],
  timeExitMs: null,
  invalidBeyond: null,
  warnings: [
    'Neither the terminal nor a file has told the announcements of now, so news cannot be ruled out.',
  ],
  expiresMs: storyMs(25),
})

/** One mission's own message at each of its stages, and how the other types of signal look. */
const missions: readonly Alert[] = [
  ofMission(aCourse()),
  ofMission(aCourse({ stage: 'fired', order: storyOrder() })),
  ofMission(filledCourse()),
  ofMission(closedCourse(), { over: true }),
  ofMission(aCourse({ mission: drill }), { at: simulated }),
  ofMission(aCourse({ mission: storyMission({ id: aUlid(10), sniper: true, shield: null }) })),
].map((alert, k) => ({ ...alert, seq: k + 1 }))

const link = {
  kind: 'link',
  broker: 'IC Markets',
  reason: 'no heartbeat for 5 s',
  lostMs: storyMs(20),
  times: 1,
} as const
const guard = {
  kind: 'guard',
  guard: 'TILT_LOCKOUT',
  text: '4 losses in a row: no shots for an hour after the last.',
  untilMs: storyMs(180),
} as const
const ofRecord = { account: 'demo', dueMs: storyMs(510) } as const
const ofNobody = { at: null }

const moved = {
  kind: 'moved',
  course: filledCourse(),
  position: '48213390',
  stop: Points.parse(110_249),
  target: Points.parse(110_514),
  stopBefore: Points.parse(110_122),
  by: 'telegram',
} as const
const partial = {
  kind: 'partial',
  course: filledCourse({ closedLots: 0.2 }),
  deal: '48213802',
  lots: 0.2,
  leftLots: 0.2,
  price: '1.10362',
  netCents: 2_410,
} as const
const denied: AlertFact = {
  kind: 'denied',
  course: aCourse(),
  origin: 'auto',
  denials: [
    { code: 'SPREAD_TOO_WIDE', text: 'The spread is 2.4 pips, more than 1.2.', value: 2.4, limit: 1.2 },
    {
      code: 'NEWS_NEAR',
      text: 'USD Payrolls (high) in 4 min; no entries within 15 min of it.',
      value: 4,
      limit: 15,
    },
  ],
}
const trouble: AlertFact = {
  kind: 'trouble',
  what: 'closeFailed',
  text: 'The close of position 48213390 was rejected by the broker. Off quotes',
  course: filledCourse(),
}

/** In the order of a day. */
export const ALERT_STORY: Readonly<Record<AlertKind, readonly Alert[]>> = {
  mission: missions,
  fired: [anAlert({ kind: 'fired', course: aCourse({ stage: 'fired', order: storyOrder() }) }, { wallMs: storyMs(4) })],
  filled: [told(4, { kind: 'filled', course: filledCourse() })],
  moved: [told(61, moved)],
  partial: [told(75, partial)],
  closed: [told(109, { kind: 'closed', course: closedCourse(), trade: storyTrade() })],
  expired: [told(65, { kind: 'expired', course: aCourse({ stage: 'expired', why: 'Its time ran out.' }) })],
  denied: [told(2, denied, { over: false })],
  trouble: [told(80, trouble)],
  link: [
    told(20, { ...link, backMs: null, armed: false }, { over: false }),
    told(20, { ...link, backMs: storyMs(23), armed: true }, { seq: 33 }),
  ],
  guard: [
    told(120, { ...guard, ended: null }, { over: false }),
    told(120, { ...guard, ended: 'Its time is over.' }, { seq: 190 }),
  ],
  desk: [
    told(300, { kind: 'desk', what: 'selector', selector: 'SAFE', origin: 'telegram', text: 'The selector is on SAFE. Orders that wait are taken back.' }, ofNobody),
  ],
  drillReport: [
    told(510, {
      kind: 'drillReport',
      report: 'drill',
      ...ofRecord,
      text: 'Drill report: 3 trades, 2 won and 1 lost, +3.52 R, +168.54. (demo) 3 closed by plan and none by hand.',
    }, ofNobody),
  ],
  sitrep: [
    told(510, {
      kind: 'sitrep',
      report: 'sitrep',
      ...ofRecord,
      text: 'SITREP: no trade was closed. (demo) No note either. There is nothing more to report.',
    }, ofNobody),
  ],
  badge: [told(109, { kind: 'badge', account: 'demo', badge: 'FIRST_BLOOD', xp: 100, text: 'First Blood' }, ofNobody)],
  rank: [told(109, { kind: 'rank', account: 'demo', rank: 'SCOUT', before: 'NIBBLER', xp: 1_040 }, ofNobody)],
} // prettier-ignore
