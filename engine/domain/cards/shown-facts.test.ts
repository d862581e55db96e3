import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { CardPart, TradeFacts } from '../../contracts/card.ts'
import { aKill, aSitrep } from '../../testkit/cards.ts'
import { shownFacts } from './shown-facts.ts'

describe('what a card shows', () => {
  it('is everything when nothing is left away', () => {
    expect(shownFacts(aKill(), [])).toEqual(aKill())
  })

  it('has no trace of what is left away', () => {
    expect(Object.keys(shownFacts(aKill(), ['money', 'prices', 'probability', 'dates']))).toEqual([
      'card', 'account', 'order', 'callSign', 'pair', 'side', 'setup', 'r', 'pips', 'lots',
    ]) // prettier-ignore
    expect(shownFacts(aSitrep(), ['money', 'callSign'])).not.toHaveProperty('netCents')
  })

  it('leaves the facts that it was given as they are', () => {
    const facts = aKill()
    shownFacts(facts, CardPart.options)

    expect(facts).toEqual(aKill())
  })

  test.prop([fc.subarray([...CardPart.options])])(
    'always tells what kind of account it was, whatever else is left away',
    hide => {
      const shown = shownFacts(aKill({ account: 'simulated' }), hide)

      expect(TradeFacts.parse(shown).account).toBe('simulated')
    },
  )
})
