import { describe, expect, test } from 'vitest'
import { aHello, DESK } from '../../testkit/desk-harness.ts'
import { WaitingDesk } from '../../testkit/waiting-desk.ts'

/** Placed over ZeroMQ; then its terminal has come back by files, which carry no cancel. */
function overFiles(): WaitingDesk {
  const desk = new WaitingDesk().placed()
  desk.engine.terminalUp(DESK, 'by files', aHello(), 'files')
  return desk
}
const BY_HAND = /^On its present road the terminal cannot be told to take back sell [\d.]+ EURUSD: remove it in MetaTrader\. It may be filled until then\.$/ // prettier-ignore

describe('where a terminal cannot be told to take an order back', () => {
  test('the trader is told to remove it by hand, however often he asks', () => {
    const desk = overFiles()
    for (let press = 0; press < 2; press++)
      expect(desk.takeBack()).toMatchObject({ is: 'done', text: expect.stringMatching(BY_HAND) as string })
    expect(desk.cancels()).toEqual([])
  })

  test('PAUSE and CANCEL do not say that it is taken back', () => {
    for (const kind of ['pause', 'cancelAll'] as const) {
      const answer = overFiles().ask({ kind })
      const text = answer.is === 'done' ? answer.text : ''
      expect(text).toContain('On its present road a terminal cannot be told to take back the order that waits: do it in MetaTrader.') // prettier-ignore
      expect(text).not.toContain('Taking back')
    }
  })

  test('it is taken back as soon as the terminal is linked over ZeroMQ again', () => {
    const desk = overFiles()
    desk.takeBack()
    desk.link()
    expect(desk.order.state).toBe('cancelled')
  })
})
