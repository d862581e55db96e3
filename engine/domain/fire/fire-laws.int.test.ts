import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Points } from '../../contracts/index.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import { aShield } from '../../testkit/a-shield.ts'
import { A_BOOK, A_LINK, A_QUOTE, aProvenMission, aShot, aSpec, SETTINGS } from '../../testkit/a-shot.ts'
import { judgeShot } from './gate.ts'
import type { AccountFigures, Standing } from './guards/figures.ts'
import { standing } from './guards/standing.ts'
import { limitsUnder } from './limits.ts'
import { propLimits } from './prop-limits.ts'
import { limitsFor, RANKS } from './ranks.ts'
import type { ShotInputs } from './shot.ts'
import { lossCents, sizeOrder } from './sizing.ts'

const QUALITIES = ['PLATINUM', 'GOLD', 'SILVER', 'BRONZE'] as const
const xp = fc.constantFrom(...RANKS.map(rank => rank.xp))

/** Shots near their limits, on either side of them. */
const shots: fc.Arbitrary<ShotInputs> = fc
  .record({
    xp,
    at: fc.constantFrom('market', 'entry' as const),
    origin: fc.constantFrom('window', 'telegram', 'auto' as const),
    kind: fc.constantFrom('simulated', 'demo', 'live' as const),
    openTrades: fc.nat(2),
    shotsToday: fc.nat(8),
    autoShotsToday: fc.nat(3),
    openRiskCents: fc.nat(55_000),
    firesLastMinute: fc.nat(5),
    sinceFireOfSymbolMs: fc.option(fc.integer({ min: 25_000, max: 60_000 })),
    quality: fc.constantFrom(...QUALITIES),
    score: fc.integer({ min: 5, max: 10 }),
    ageMs: fc.nat(10_500),
    bid: fc.integer({ min: 109_980, max: 110_030 }),
    spread: fc.nat(16),
    stopLevel: fc.nat(90),
    maxLots: fc.option(fc.double({ min: 0.7, max: 4, noNaN: true })),
    spreadRatio: fc.double({ min: 0.5, max: 2.1, noNaN: true }),
  })
  .map(of => {
    const { xp: earned, at, origin, kind, quality, score, ageMs, bid, spread, stopLevel, maxLots, spreadRatio, ...book } = of
    return aShot({
      at: at as ShotInputs['at'],
      kind,
      origin: origin as ShotInputs['origin'],
      selector: origin === 'auto' ? 'AUTO' : 'SELECT',
      consented: true,
      mission: aProvenMission({ kind, quality, shield: aShield({ score }) }),
      spec: aSpec({ stopLevel }),
      link: { ...A_LINK, maxLots },
      quote: { ...A_QUOTE, bid: bid as Points, ask: (bid + spread) as Points, ageMs },
      book: { ...A_BOOK, ...book },
      freshness: { rangePoints: 60, spreadRatio, volumeRatio: 1 },
      limits: limitsUnder(earned, kind, SETTINGS),
      settings: { ...SETTINGS, liveUnlocked: true },
    })
  }) // prettier-ignore

type Change = (inputs: ShotInputs, by: number) => ShotInputs
const book =
  (change: (book: ShotInputs['book'], by: number) => Partial<ShotInputs['book']>): Change =>
  (inputs, by) => ({ ...inputs, book: { ...inputs.book, ...change(inputs.book, by) } })
const limits =
  (change: (limits: ShotInputs['limits'], by: number) => Partial<ShotInputs['limits']>): Change =>
  (inputs, by) => ({ ...inputs, limits: { ...inputs.limits, ...change(inputs.limits, by) } })
const auto =
  (change: (auto: DeskSettings['auto'], by: number) => Partial<DeskSettings['auto']>): Change =>
  (inputs, by) => {
    const { settings } = inputs
    return { ...inputs, settings: { ...settings, auto: { ...settings.auto, ...change(settings.auto, by) } } }
  }
const link =
  (over: Partial<ShotInputs['link']>): Change =>
  inputs => ({ ...inputs, link: { ...inputs.link, ...over } })
const guard = (over: Partial<Standing>): Standing => ({ guard: 'DAILY_STOP', code: 'DAILY_STOP', text: '', value: null, limit: null, untilMs: null, ...over }) // prettier-ignore

/** Each makes a limit tighter or a figure worse by some step, and changes nothing about the size of the shot. */
const WORSE: Readonly<Record<string, Change>> = {
  unlinked: link({ up: false }),
  notArmed: link({ armed: false }),
  denied: link({ denies: 'No.' }),
  takesNone: link({ noWaiting: 'No.' }),
  smallerTerminal: (inputs, by) => ({ ...inputs, link: { ...inputs.link, maxLots: Math.min(inputs.link.maxLots ?? 9, 3 / (by + 1)) } }), // prettier-ignore
  locked: inputs => ({ ...inputs, settings: { ...inputs.settings, liveUnlocked: false } }),
  withoutConsent: inputs => ({ ...inputs, consented: false }),
  safe: inputs => ({ ...inputs, selector: 'SAFE' }),
  paused: inputs => ({ ...inputs, paused: true }),
  guarded: inputs => ({ ...inputs, guards: [...inputs.guards, guard({})] }),
  tradesLimit: limits(({ openTrades }, by) => ({ openTrades: openTrades - by })),
  shotsLimit: limits(({ shotsADay }, by) => ({ shotsADay: shotsADay - by })),
  totalLimit: limits(({ totalRiskPct }, by) => ({ totalRiskPct: totalRiskPct / (by + 1) })),
  noAuto: limits(() => ({ auto: 'never' })),
  autoOnDemo: limits(({ auto: is }) => ({ auto: is === 'always' ? 'demo' : is })),
  autoQuality: auto(() => ({ minQuality: 'PLATINUM' })),
  autoShield: auto(({ minShield }, by) => ({ minShield: minShield + by })),
  autoSlots: auto(({ slots }, by) => ({ slots: slots - by })),
  autoShots: auto(({ shotsADay }, by) => ({ shotsADay: shotsADay - by })),
  moreTrades: book(({ openTrades }, by) => ({ openTrades: openTrades + by })),
  moreRisk: book(({ openRiskCents }, by) => ({ openRiskCents: openRiskCents + by * 5_000 })),
  unknownRisk: book(() => ({ unknownRisk: 'XAUUSD' })),
  taken: book(() => ({ symbolTaken: true })),
  netted: book(() => ({ nettingTaken: true })),
  moreShots: book(({ shotsToday }, by) => ({ shotsToday: shotsToday + by })),
  moreAutoShots: book(({ autoShotsToday }, by) => ({ autoShotsToday: autoShotsToday + by })),
  faster: book(({ firesLastMinute }, by) => ({ firesLastMinute: firesLastMinute + by })),
  sooner: book(({ sinceFireOfSymbolMs: since }, by) => ({ sinceFireOfSymbolMs: Math.max(0, (since ?? 60_000) - by * 9_000) })), // prettier-ignore
  older: (inputs, by) => ({ ...inputs, quote: inputs.quote && { ...inputs.quote, ageMs: inputs.quote.ageMs + by * 3_000 } }), // prettier-ignore
  withoutPrice: inputs => ({ ...inputs, quote: null }),
  withoutSpec: inputs => ({ ...inputs, spec: null }),
  withoutCost: inputs => ({ ...inputs, spec: inputs.spec && { ...inputs.spec, commissionPerLot: null } }),
  furtherStops: (inputs, by) => ({ ...inputs, spec: inputs.spec && { ...inputs.spec, stopLevel: inputs.spec.stopLevel + by * 20 } }), // prettier-ignore
  withoutAccount: inputs => ({ ...inputs, account: null }),
  unknownDay: inputs => ({ ...inputs, account: inputs.account && { ...inputs.account, isDayKnown: false } }),
  forbidden: inputs => ({ ...inputs, account: inputs.account && { ...inputs.account, tradeAllowed: false } }),
  wider: ({ freshness, ...inputs }, by) => ({ ...inputs, freshness: { ...freshness, spreadRatio: (freshness.spreadRatio ?? 1) + by / 3 } }), // prettier-ignore
  withoutCalendar: inputs => ({ ...inputs, calendar: null }),
  late: inputs => ({ ...inputs, marketMs: inputs.mission.expiresMs }),
  again: inputs => ({ ...inputs, open: [...inputs.open, { pair: 'GBPUSD', side: 'buy', riskPct: 0, correlation: 0.9 }] }), // prettier-ignore
}

const codesOf = (inputs: ShotInputs): string[] => {
  const answer = judgeShot(inputs)
  return answer.is === 'denied' ? answer.denials.map(({ code }) => code) : []
}
const riskOf = (inputs: ShotInputs): number => {
  const answer = judgeShot(inputs)
  return answer.is === 'shot' ? answer.shot.riskCents : 0
}

/** A smaller shot may pass where a larger one was refused: it is never cut down to pass. */
const OF_SIZE = ['LOTS_ABOVE_MAX', 'LOTS_ABOVE_TERMINAL', 'TOTAL_RISK', 'CURRENCY_EXPOSURE']

describe('the gate', () => {
  test('is monotone: whatever is allowed under tighter limits is allowed under looser ones', () => {
    let allowed = 0
    const changes = fc.array(fc.tuple(fc.constantFrom(...Object.keys(WORSE)), fc.nat(4)), { maxLength: 3 })
    fc.assert(
      fc.property(shots, changes, (inputs, worse) => {
        const tight = worse.reduce((before, [name, by]) => WORSE[name]?.(before, by) ?? before, inputs)
        const before = judgeShot(inputs)
        if (before.is === 'shot') allowed++
        else expect(judgeShot(tight).is).toBe('denied')
      }),
      { numRuns: 40_000 },
    )
    expect(allowed).toBeGreaterThan(1_000)
  })

  test('a tighter risk, a bad day or a weaker shield never risks more and takes no reason away but those of size', () => {
    const smaller: readonly Change[] = [
      (inputs, by) => ({
        ...inputs,
        limits: { ...inputs.limits, riskPct: inputs.limits.riskPct / (by + 1) },
      }),
      inputs => ({ ...inputs, guards: [guard({ guard: 'MEDIC', code: null })] }),
      (inputs, by) => ({ ...inputs, mission: { ...inputs.mission, shield: aShield({ score: inputs.mission.shield?.score ?? 0, sizeFactor: 1 / (by + 1) }) } }), // prettier-ignore
    ]
    fc.assert(
      fc.property(shots, fc.constantFrom(...smaller), fc.nat(4), (inputs, make, by) => {
        const [before, after] = [codesOf(inputs), codesOf(make(inputs, by))]
        expect(before.filter(code => !OF_SIZE.includes(code) && !after.includes(code))).toEqual([])
        if (before.length === 0) expect(riskOf(make(inputs, by))).toBeLessThanOrEqual(riskOf(inputs))
      }),
      { numRuns: 15_000 },
    )
  })

  test('an order that waits is as large as the shot that its price would be fired with, and never over the risk', () => {
    let allowed = 0
    fc.assert(
      fc.property(shots, inputs => {
        const answer = judgeShot({ ...inputs, at: 'entry' })
        if (answer.is === 'denied' || !inputs.quote) return
        allowed++
        const { entry } = inputs.mission
        const bid = (entry - (inputs.quote.ask - inputs.quote.bid)) as Points
        const fired = { ...inputs, at: 'market', quote: { ...inputs.quote, bid, ask: entry } } as const
        expect(judgeShot(fired)).toEqual(answer)
        const most = (inputs.limits.riskPct * (inputs.account?.balanceCents ?? 0)) / 100
        expect(answer.shot.riskCents).toBeLessThanOrEqual(most)
      }),
      { numRuns: 15_000 },
    )
    expect(allowed).toBeGreaterThan(500)
  })

  test('no settings make a limit looser than the rank has it, and practice unlocks nothing where money is real', () => {
    const settings = fc.record({
      riskPct: fc.double({ min: 0.1, max: 2, noNaN: true }),
      practiceUnlocked: fc.boolean(),
      limits: fc.record({
        openTrades: fc.option(fc.integer({ min: 1, max: 5 })),
        shotsADay: fc.option(fc.integer({ min: 1, max: 20 })),
        dailyLossPct: fc.option(fc.double({ min: 0.1, max: 5, noNaN: true })),
        totalRiskPct: fc.double({ min: 0.1, max: 6, noNaN: true }),
      }),
    })
    const kinds = fc.constantFrom('simulated', 'demo', 'contest', 'live' as const)
    fc.assert(
      fc.property(fc.nat(50_000), kinds, settings, (earned, kind, over) => {
        const held = limitsUnder(earned, kind as 'live', DeskSettings.parse(over))
        const isPractice = over.practiceUnlocked && (kind === 'simulated' || kind === 'demo')
        const rank = isPractice ? limitsFor(40_000) : limitsFor(earned)
        for (const name of ['openTrades', 'shotsADay', 'dailyLossPct'] as const)
          expect(held[name]).toBe(Math.min(rank[name], over.limits[name] ?? Number.POSITIVE_INFINITY))
        expect(held.riskPct).toBe(Math.min(rank.riskPct, over.riskPct))
        expect(held.totalRiskPct).toBeLessThanOrEqual(6)
        expect([held.auto, held.severalTerminals]).toEqual([rank.auto, rank.severalTerminals])
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('the guards', () => {
  const figures: fc.Arbitrary<AccountFigures> = fc.record({
    marketMs: fc.integer({ min: Date.UTC(2026, 0, 5), max: Date.UTC(2026, 0, 9) }),
    equityCents: fc.integer({ min: 900_000, max: 1_100_000 }),
    dayBegan: fc.record({ balanceCents: fc.integer({ min: 950_000, max: 1_050_000 }), equityCents: fc.integer({ min: 950_000, max: 1_050_000 }) }), // prettier-ignore
    peakCents: fc.integer({ min: 950_000, max: 1_100_000 }),
    netTodayCents: fc.integer({ min: -60_000, max: 20_000 }),
    lossesInARow: fc.nat(6),
    lastLossMs: fc.integer({ min: Date.UTC(2026, 0, 5), max: Date.UTC(2026, 0, 9) }),
    dailyLossPct: fc.double({ min: 0.5, max: 5, noNaN: true }),
    prop: fc.constant(propLimits({ ...SETTINGS.prop, dailyLossPct: 4, maxDrawdown: { by: 'trailing', pct: 8, startBalanceCents: 1_000_000 } })), // prettier-ignore
  })
  const worse: readonly ((of: AccountFigures, by: number) => AccountFigures)[] = [
    (of, by) => ({ ...of, equityCents: (of.equityCents ?? 0) - by * 5_000 }),
    (of, by) => ({ ...of, netTodayCents: of.netTodayCents - by * 5_000 }),
    (of, by) => ({ ...of, lossesInARow: of.lossesInARow + by }),
    (of, by) => ({ ...of, dailyLossPct: of.dailyLossPct / (by + 1) }),
    (of, by) => ({ ...of, peakCents: (of.peakCents ?? 0) + by * 5_000 }),
    (of, by) => ({ ...of, prop: { ...of.prop, dailyLossPct: 4 / (by + 1) } }),
  ]

  test('are monotone: worse figures and tighter limits take no guard away', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(...worse), fc.nat(5), (of, make, by) => {
        const names = (at: AccountFigures) =>
          standing(at, []).map(({ guard: name, code }) => `${name} ${code}`)
        const after = names(make(of, by))
        expect(names(of).filter(name => !after.includes(name))).toEqual([])
      }),
      { numRuns: 15_000 },
    )
  })
})

describe('sizing', () => {
  const specs = fc.record({
    tickValue: fc.double({ min: 0.05, max: 20, noNaN: true }),
    lotStep: fc.constantFrom(0.001, 0.01, 0.02, 0.1, 0.25, 1),
    commissionPerLot: fc.double({ min: 0, max: 20, noNaN: true }),
    lotMax: fc.constantFrom(0.5, 5, 50, 1e6),
  })

  test('never risks more than it may, and one step more always would', () => {
    fc.assert(
      fc.property(specs, fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 10_000_000 }), (over, points, allowed) => {
        const spec = aSpec({ ...over, lotMin: over.lotStep })
        const way = { points, tickValue: over.tickValue }
        const sized = sizeOrder(spec, way, allowed)
        const steps = Math.round(sized.lots / over.lotStep)
        expect(Math.abs(sized.lots / over.lotStep - steps)).toBeLessThan(1e-6)
        const exact = (points / 100_000 / spec.tickSize) * over.tickValue * over.lotStep * 100 + over.commissionPerLot * over.lotStep * 100 // prettier-ignore
        if (sized.is === 'sized') {
          expect(sized.riskCents).toBe(lossCents(spec, way, steps))
          expect(sized.riskCents).toBeLessThanOrEqual(allowed)
          expect(exact * steps).toBeLessThanOrEqual(allowed + 1e-6)
          expect(sized.lots).toBeGreaterThanOrEqual(spec.lotMin)
          expect(sized.lots).toBeLessThanOrEqual(spec.lotMax)
          expect(exact * (steps + 1)).toBeGreaterThan(allowed - 1.01)
        } else if (sized.code === 'LOTS_BELOW_MIN') expect(exact).toBeGreaterThan(allowed - 1.01)
        else expect(sized.lots).toBeGreaterThan(spec.lotMax)
      }),
      { numRuns: 30_000 },
    )
  }) // prettier-ignore
})
