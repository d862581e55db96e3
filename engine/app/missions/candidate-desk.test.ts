import { describe, expect, test } from 'vitest'
import type { ModelFile } from '../../contracts/model.ts'
import type { Hello } from '../../contracts/wire/index.ts'
import { modelKey } from '../../domain/venom/confidence/model-key.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { aModel } from '../../testkit/models.ts'

const calm = (minute: number) => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1)
const alwaysHalf: ModelFile = aModel({ b0: 0.7 })

/** A calm day, and then leaps that fall back, so that candidates are made and end. */
function lively(model: ModelFile = alwaysHalf, hello: Partial<Hello> = {}): DeskHarness {
  const desk = new DeskHarness({ model, hello })
  desk.play(1, () => 110_000).link()
  desk.play(36 * 60, calm)
  for (let leap = 0; leap < 6; leap++) desk.play(6, () => 110_400).play(120, calm)
  return desk
}

describe('candidates at the desk', () => {
  test('carry the probability of the model and its name, and their end is a fact', () => {
    const desk = lively()
    const refused = desk.events('missionRefused').map(({ mission }) => mission)
    const issued = desk.events('missionIssued').map(({ mission }) => mission)
    const ended = desk.events('candidateEnded')
    expect([...refused, ...issued].every(({ confidence }) => confidence.source === 'made-up')).toBe(true)
    expect(ended.length).toBeGreaterThan(0)
    for (const { model, p, outcome, barMs, endedMs } of ended) {
      expect(model).toBe(modelKey(alwaysHalf))
      expect(p).toBeGreaterThan(0.3)
      expect(['target', 'stop', 'timeout']).toContain(outcome)
      expect(endedMs).toBeGreaterThanOrEqual(barMs)
    }
  })

  test('teach the level, which a restart finds again in the ledger', () => {
    const desk = lively()
    const told = (of: DeskHarness) => of.engine.desk.state.levels.get(DESK)
    const before = told(desk)
    expect(before?.model).toBe(modelKey(alwaysHalf))
    desk.crash()
    expect(told(desk)).toEqual(before)
  })

  test('teach nothing to another model of the same name', () => {
    const desk = lively()
    const learnt = (of: DeskHarness) => {
      const { RAPID, PRECISION, TIMED } = of.engine.desk.state.levels.get(DESK)?.levels ?? {}
      return [RAPID, PRECISION, TIMED].flatMap(level => level?.kept() ?? []).length
    }
    expect(learnt(desk)).toBeGreaterThan(0)
    const same = new DeskHarness({ model: alwaysHalf, ledger: desk.ledger }).link()
    expect(learnt(same)).toBe(learnt(desk))
    const other = new DeskHarness({ model: aModel({ b0: 0.71 }), ledger: desk.ledger }).link()
    expect(learnt(other)).toBe(0)
  })

  test('of another account teach nothing to this one', () => {
    const desk = lively()
    desk.link({ loginHash: 'b'.repeat(32) })
    expect(desk.engine.desk.state.levels.get(DESK)).toEqual(
      new DeskHarness({ model: alwaysHalf }).link().engine.desk.state.levels.get(DESK),
    )
  })

  test('of another account do not say which of this one is among the best tenth', () => {
    const desk = lively()
    expect(desk.engine.desk.state.values.has(DESK)).toBe(true)
    desk.link({ loginHash: 'b'.repeat(32) })
    expect(desk.engine.desk.state.values.has(DESK)).toBe(false)
  })

  test('of a model that overflows are driftless, and the desk goes on', () => {
    const coefficients = ['D_r5', 'D_r15'].map((name, k) => ({
      name,
      mean: 1_000,
      std: 1e-300,
      beta: k === 0 ? 1e300 : -1e300,
    }))
    const desk = lively(aModel({ coefficients }))
    const missions = [...desk.events('missionRefused'), ...desk.events('missionIssued')]
    expect(missions.length).toBeGreaterThan(0)
    for (const { mission } of missions) {
      expect(mission.confidence).toMatchObject({ calibrated: false })
      expect(mission.confidence.source).toMatch(/made-up gives no number for this candidate/)
    }
  })

  test('of a pair that the model was not fitted on are driftless, are not followed, and are never issued', () => {
    const { card } = alwaysHalf
    const ofSterling: ModelFile = { ...aModel({ b0: 3 }), card: { ...card, pairs: ['GBPUSD'] } }
    const desk = lively(ofSterling, { kind: 'demo' })
    expect(desk.events('missionIssued')).toEqual([])
    expect(desk.events('candidateEnded')).toEqual([])
    const refused = desk.events('missionRefused')
    expect(refused.length).toBeGreaterThan(0)
    for (const { mission, refusals } of refused) {
      expect(mission.confidence).toMatchObject({
        n: 0,
        calibrated: false,
        source: 'driftless barrier: made-up was not fitted for EURUSD',
      })
      expect(refusals.map(({ code }) => code)).toContain('VALUE_BELOW_GATE')
    }
  })

  test('without a model are driftless, say why, and are not followed', () => {
    const desk = new DeskHarness()
    expect(desk.mission().confidence).toMatchObject({
      calibrated: false,
      source: 'driftless barrier: none in this test',
    })
    desk.play(60, () => 110_000)
    expect(desk.events('candidateEnded')).toEqual([])
  })
})

/** A desk whose quotes can be wider than its minutes have been. */
class WideningDesk extends DeskHarness {
  spread = 6

  override quote(bid: number, spread = this.spread): this {
    return super.quote(bid, spread)
  }
}

test('a proposal is weighed with the spread of the quote that it would be entered at, whatever its bars told', () => {
  const desk = new WideningDesk({ model: alwaysHalf, hello: { kind: 'demo' } })
  desk.play(1, () => 110_000).link()
  desk.play(36 * 60, calm)
  desk.spread = 15
  desk.play(6, () => 110_400)
  const [refused] = desk.events('missionRefused').slice(-1)
  if (!refused) throw new Error('nothing was proposed')
  const { stopPoints, rewardRatio, figures } = refused.mission
  const p0 = figures.find(({ name }) => name === 'driftless probability')?.value
  expect(p0).toBeCloseTo((1 - 15 / stopPoints) / (1 + rewardRatio), 12)
  expect(refused.refusals.map(({ code }) => code)).toContain('SPREAD_ABOVE_NORM')
})
