import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { Cents, EpochMs } from '../../../../contracts/primitives.ts'
import type { PeriodsQuery } from '../../../../contracts/periods.ts'
import { buttonsOf, said, wordsOf } from '../../../../testkit/said-to-bot.ts'
import { ScriptedDesk } from '../../../../testkit/scripted-desk.ts'
import { aWarRoom } from '../../../../testkit/views.ts'
import { kindOfWord } from './money-kind.ts'

const NOW = EpochMs.parse(Date.UTC(2026, 10, 23, 9))

/** A desk that shows an account of demo money; what the record was asked. */
function aDesk() {
  const desk = new ScriptedDesk()
  const asked: PeriodsQuery[] = []
  desk.shown = aWarRoom({
    kind: 'demo',
    account: {
      currency: 'EUR',
      balanceCents: Cents.parse(1),
      equityCents: Cents.parse(1),
      freeMarginCents: Cents.parse(1),
      kind: 'demo',
      leverage: 30,
    },
  })
  desk.answers.periods = query => {
    asked.push(query)
    const { account, unit } = query
    return { account, unit, scope: 'trades', ofScope: { trades: 0, drills: 0 }, accounts: 0, periods: [] }
  }
  return { desk, asked, say: (text: string) => said(desk, text, { nowMs: NOW }) }
}

describe('the kind of money', () => {
  it('is that of the account that is shown, with its currency and the time of its market', async () => {
    const { desk, asked, say } = aDesk()
    expect(wordsOf(await say('/daily'))).toContain('demo money · EUR')
    expect(asked).toMatchObject([{ account: 'demo', most: 7, throughMs: desk.shown.marketMs }])
  })

  it('is another by its word, before or after a number', async () => {
    const { asked, say } = aDesk()
    for (const text of ['/daily live', '/daily 3 REAL', '/daily sim 3']) await say(text)
    expect(asked).toMatchObject([
      { account: 'live', most: 7, throughMs: NOW },
      { account: 'live', most: 3, throughMs: NOW },
      { account: 'simulated', most: 3, throughMs: null },
    ])
    expect(wordsOf(await say('/daily live'))).not.toContain('EUR')
  })

  it('is asked for while no account is linked', async () => {
    const { desk, asked, say } = aDesk()
    desk.shown = aWarRoom({ kind: null, links: [] })
    const reply = await say('/daily 3')
    expect(wordsOf(reply)).toContain('No account is linked.')
    expect(buttonsOf(reply)[0]).toContain('live → /daily 3 live here')
    expect(asked).toEqual([])
  })

  it('has to be said while the engine is down, and is then enough', async () => {
    const { desk, asked, say } = aDesk()
    desk.down = { is: 'failed', code: 'ENGINE_DOWN', text: 'The engine is being started again.' }
    const words = wordsOf(await say('/daily'))
    expect(words).toContain('The engine is being started again.')
    expect(words).toContain('/flatten')
    await say('/daily demo')
    expect(asked).toMatchObject([{ account: 'demo' }])
  })

  it.each(['/daily x', '/daily 0', '/daily 61', '/daily 1 2', '/daily demo live', '/daily -3', '/stats 3'])(
    '%s makes no sense, which is said in one sentence that tells what would',
    async text => {
      const { asked, say } = aDesk()
      const reply = await say(text)
      expect(wordsOf(reply)).toMatch(
        /^“.*” makes no sense after \/\w+: it takes .*kind of money \(simulated, demo, contest, live\)\.$/,
      )
      expect(buttonsOf(reply)).toEqual([])
      expect(asked).toEqual([])
    },
  )

  it.each(['constructor', '__proto__', 'valueOf'])('is not %s, which every object answers to', word =>
    expect(kindOfWord(word)).toBeNull(),
  )

  test.prop([fc.string({ maxLength: 60 })])('is never guessed from a word', word => {
    fc.pre(!/^(simulated|demo|contest|live|sim|simulation|training|practice|real)$/i.test(word))
    expect(kindOfWord(word)).toBeNull()
  })
})
