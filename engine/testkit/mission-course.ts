/** One trade as the bot's alerts tell it: builders of a mission's course from its briefing to its end. */
import type { MissionCourse } from '../contracts/alerts.ts'
import { ClosedTrade, type Mission } from '../contracts/mission.ts'
import { EpochMs, Points } from '../contracts/primitives.ts'
import { aShield } from './a-shield.ts'
import { aUlid } from './events.ts'
import { aMission } from './views.ts'

/** A Tuesday in London's morning. */
export const STORY_MS = EpochMs.parse(Date.UTC(2026, 0, 6, 9, 30))
export const storyMs = (minutes: number): EpochMs => EpochMs.parse(STORY_MS + minutes * 60_000)

/** On a demo account, calibrated, worth its cost. */
export const storyMission = (change: Partial<Mission> = {}): Mission => ({
  ...aMission({
    kind: 'demo',
    setup: 'BIGBAR-FADE',
    signal: 'PRECISION_STRIKE',
    quality: 'GOLD',
    drill: false,
    stopPoints: Points.parse(112),
    stop: Points.parse(110_122),
    target: Points.parse(110_514),
    rewardRatio: 2.5,
    confidence: { p: 0.38, n: 1_240, calibrated: true, source: 'a model' },
    timeOut: { p: 0.12, r: 0.2 },
    expectedR: 0.14,
    costR: 0.09,
    shield: aShield({ score: 7.2, class: 'ACTIVE', sizeFactor: 0.75 }),
    invalidation: 'an M5 close half the stop beyond the close that made the signal',
    invalidBeyond: Points.parse(110_178),
    timeExitMs: storyMs(240),
    evidence: 'Six majors in 2019: +0.051 R after cost (n 1,240, 95 % −0.010 to +0.112).',
    structure: [{ kind: 'zone', label: 'the big bar', fromMs: 0, toMs: 1, low: 110_120, high: 110_260 }],
    barMinutes: 15,
    issuedMs: STORY_MS,
    expiresMs: storyMs(65),
  }),
  ...change,
})

export const aCourse = (change: Partial<MissionCourse> = {}): MissionCourse => {
  const { mission = storyMission() } = change
  return {
    mission,
    stage: 'pending',
    why: null,
    expiresMs: mission.expiresMs,
    order: null,
    fill: null,
    stop: mission.stop,
    target: mission.target,
    closedLots: 0,
    trade: null,
    ...change,
  }
}

type Order = NonNullable<MissionCourse['order']>
export const storyOrder = (change: Partial<Order> = {}): Order => ({
  order: aUlid(8),
  origin: 'window',
  lots: 0.4,
  price: Points.parse(110_236),
  stop: Points.parse(110_122),
  target: Points.parse(110_514),
  riskCents: 4_788,
  waitsUntilMs: null,
  ticket: null,
  ...change,
})

type Fill = NonNullable<MissionCourse['fill']>
export const storyFill = (change: Partial<Fill> = {}): Fill => ({
  deal: '48213377',
  position: '48213390',
  parts: 1,
  lots: 0.4,
  price: 110_238,
  slippagePoints: 2,
  ...change,
})

export const storyTrade = (change: Partial<ClosedTrade> = {}): ClosedTrade => ({
  ...ClosedTrade.parse({
    mission: aUlid(7),
    order: aUlid(8),
    terminal: 'terminal-1',
    kind: 'demo',
    pair: 'EURUSD',
    side: 'buy',
    digits: 5,
    lots: 0.4,
    open: 110_238,
    close: 110_514,
    stop: 110_122,
    target: 110_514,
    openMs: storyMs(4),
    closeMs: storyMs(109),
    pips: 27.6,
    netCents: 10_824,
    riskCents: 4_788,
    r: 2.26,
    reason: 'target',
    dealIn: '48213377',
    dealOut: '48213912',
  }),
  ...change,
})

export const filledCourse = (change: Partial<MissionCourse> = {}): MissionCourse =>
  aCourse({ stage: 'filled', order: storyOrder(), fill: storyFill(), ...change })

export const closedCourse = (change: Partial<MissionCourse> = {}): MissionCourse =>
  filledCourse({ stage: 'closed', trade: storyTrade(), ...change })
