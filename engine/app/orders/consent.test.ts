import { expect, test } from 'vitest'
import { REAL_MONEY } from '../../contracts/settings.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const give = (desk: DeskHarness, typed: string) =>
  desk.engine.command({ kind: 'giveConsent', id: desk.ids.next(desk.nowMs()), origin: 'window', terminal: DESK, typed }) // prettier-ignore
const shown = (desk: DeskHarness) => desk.feed.snapshot().fire.consents.at(0)?.words ?? null

test('trading real money asks for words that are typed once for the account, and remembered', () => {
  const desk = new DeskHarness({ hello: { kind: 'live' } }).link()
  expect(shown(desk)).toBe(REAL_MONEY)
  for (const typed of ['', 'yes', REAL_MONEY.toLowerCase(), `${REAL_MONEY}.`]) {
    const refused = {
      is: 'refused',
      code: 'WRONG_WORDS',
      text: expect.stringContaining(REAL_MONEY) as string,
    }
    expect(give(desk, typed)).toMatchObject(refused)
  }
  expect(desk.events('consentGiven')).toEqual([])
  expect(give(desk, REAL_MONEY)).toMatchObject({ is: 'done' })
  expect(give(desk, REAL_MONEY)).toMatchObject({ is: 'done' })
  expect(desk.events('consentGiven')).toMatchObject([{ account: 'live', origin: 'window' }])
  desk.crash().link()
  expect(shown(desk)).toBeNull()
})

test('consent is for one account: another one at the same terminal asks again', () => {
  const desk = new DeskHarness({ hello: { kind: 'live' } }).link()
  give(desk, REAL_MONEY)
  desk.link({ loginHash: 'b'.repeat(32) })
  expect(shown(desk)).toBe(REAL_MONEY)
})

test('where no real money is traded none is asked for, and none is taken', () => {
  const desk = new DeskHarness({ hello: { kind: 'demo' } })
  expect(give(desk, REAL_MONEY)).toMatchObject({ is: 'refused', code: 'LINK_DOWN' })
  desk.link()
  expect(shown(desk)).toBeNull()
  expect(give(desk, REAL_MONEY)).toMatchObject({ is: 'refused', code: 'NOT_NEEDED' })
})
