import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ulid } from '../../contracts/index.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { isOpenEnded } from './asked.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('move' as const), nearer: fc.integer({ min: -60, max: 90 }) }),
    fc.record({ do: fc.constant('close' as const), lots: fc.constantFrom('0.01', '0.02', '0.05') }),
    fc.record({
      do: fc.constantFrom('again', 'deliver', 'lose', 'repeat', 'wait', 'crash', 'unheard', 'pause'),
    }),
  ),
  { minLength: 3, maxLength: 12 },
)

/** Everything that a terminal may tell, or not tell, of commands that may arrive, or not arrive. */
class Journey {
  readonly desk = new DeskHarness()
  readonly #mission = this.desk.mission()
  #last: (() => void) | null = null

  constructor() {
    this.desk.fire(this.#mission.id)
    this.desk.deliver()
  }

  get open() {
    return this.desk.broker.positions().positions[0]
  }

  ask(make: (id: Ulid) => void): void {
    const id = this.desk.ids.next(this.desk.nowMs())
    this.#last = () => make(id)
    make(id)
  }

  again(): void {
    this.#last?.()
  }

  move(nearer: number): void {
    const { stop, target } = this.#mission
    const head = { kind: 'modifyPosition', origin: 'window', terminal: DESK } as const
    const levels = { stop: textFromPoints(stop - nearer, 5), target: textFromPoints(target, 5) }
    const position = this.open?.position
    if (position) this.ask(id => this.desk.engine.command({ ...head, id, position, ...levels }))
  }

  close(lots: string): void {
    const position = this.open?.position
    const head = { kind: 'closePosition', origin: 'window', terminal: DESK } as const
    if (position) this.ask(id => this.desk.engine.command({ ...head, id, position, lots }))
  }

  /** The terminal carries out what is on the road, and nobody hears of it. */
  unheard(): void {
    this.desk.mute = true
    this.desk.deliver()
    this.desk.mute = false
  }

  repeat(): void {
    for (const body of this.desk.broker.deals()) this.desk.tell({ type: 'deal', body })
    this.desk.tell({ type: 'positions', body: this.desk.broker.positions() })
  }

  pause(): void {
    this.desk.engine.command({ kind: 'pause', id: this.desk.ids.next(this.desk.nowMs()), origin: 'window' })
  }
}

test('whatever arrives, repeats or is lost, a stop is never further away, no part is closed twice, and all is known in the end', () => {
  fc.assert(
    fc.property(steps, journey => {
      const at = new Journey()
      const { desk } = at
      let nearest = Number(at.open?.stop)
      for (const step of journey) {
        if (step.do === 'move') at.move(step.nearer)
        else if (step.do === 'close') at.close(step.lots)
        else if (step.do === 'wait') desk.wait(9_000)
        else if (step.do === 'crash') desk.crash().link()
        else if (step.do === 'deliver' || step.do === 'lose') desk[step.do]()
        else at[step.do]()
        const stop = Number(at.open?.stop ?? nearest)
        expect(stop).toBeLessThanOrEqual(nearest)
        nearest = stop
      }
      desk.deliver().wait(9_000).deliver().wait(31_000).deliver()
      const { state } = desk.engine.desk
      expect([...state.moves.values(), ...state.closes.values()].filter(isOpenEnded)).toEqual([])
      expect(desk.events('stopChanged')).toEqual([])
      expect(desk.events('dealDone')).toHaveLength(desk.broker.deals().length)
      const asked = desk.events('closeRequested').map(({ command }) => command)
      expect(new Set(asked).size).toBe(asked.length)
      expect(desk.engine.desk.terminals.get(DESK)?.armed).toBe(true)
      desk.engine.stop()
      const rebuilt = emptyDesk()
      for (const event of desk.all()) fold(rebuilt, event)
      expect(rebuilt).toEqual(state)
    }),
    { numRuns: 40 },
  )
})
