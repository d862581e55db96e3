import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KeptFact } from '../contracts/simulator-state.ts'
import { idOf } from '../testkit/sim-broker.ts'
import { FactKeeper } from './fact-keeper.ts'

const fact = (n: number): KeptFact => ({
  type: 'verdict',
  body: {
    id: idOf(n),
    is: 'denied',
    retcode: 0,
    order: null,
    deal: null,
    position: null,
    price: null,
    lots: null,
    text: '',
  },
})

/** An app that hears while it is linked, forgets its numbers with each session, and confirms what it likes. */
class App {
  linked = true
  n = 0
  readonly heard: { id: string; n: number; repeat: boolean }[] = []
  readonly confirmed = new Set<string>()

  hear(kept: KeptFact, repeat: boolean): number | null {
    if (!this.linked || kept.type !== 'verdict') return null
    this.heard.push({ id: kept.body.id, n: ++this.n, repeat })
    return this.n
  }
}

const idsOf = (facts: readonly KeptFact[]): string[] => facts.map(({ body }) => body.id ?? '')

test('facts are told once a session, in order, until they are confirmed', () => {
  const app = new App()
  const keeper = new FactKeeper([], (...told) => app.hear(...told))
  keeper.keep(fact(1))
  keeper.keep(fact(2))
  keeper.tell()
  keeper.tell()
  expect(app.heard.map(({ id, repeat }) => [id, repeat])).toEqual([
    [idOf(1), false],
    [idOf(2), false],
  ])
  keeper.confirmed(1)
  expect(idsOf(keeper.facts)).toEqual([idOf(2)])
})

test('what an earlier run kept is told as a possible repeat, what nobody heard yet is not', () => {
  const app = new App()
  const keeper = new FactKeeper([fact(1)], (...told) => app.hear(...told))
  app.linked = false
  keeper.keep(fact(2))
  keeper.tell()
  app.linked = true
  keeper.tell()
  expect(app.heard.map(({ repeat }) => repeat)).toEqual([true, false])
})

test('no fact is ever lost: each is confirmed or still kept, whatever comes between', () => {
  const step = fc.constantFrom('keep', 'tell', 'confirm', 'lose', 'link' as const)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const app = new App()
      const keeper = new FactKeeper([], (...told) => app.hear(...told))
      let made = 0
      let since = 0
      for (const what of steps) {
        if (what === 'keep') keeper.keep(fact(++made))
        if (what === 'tell') keeper.tell()
        if (what === 'lose') app.linked = false
        if (what === 'link') {
          app.linked = true
          app.n = 0
          since = app.heard.length
          keeper.reset()
        }
        if (what === 'confirm' && app.linked) {
          for (const { id } of app.heard.slice(since)) app.confirmed.add(id)
          keeper.confirmed(app.n)
        }
      }
      for (const id of idsOf(keeper.facts)) expect(app.confirmed.has(id)).toBe(false)
      expect(app.confirmed.size + keeper.facts.length).toBe(made)
    }),
  )
})
