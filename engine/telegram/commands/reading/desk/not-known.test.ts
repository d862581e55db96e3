import { describe, expect, it } from 'vitest'
import { aBusyDesk, aPosition } from '../../../../testkit/busy-desk.ts'
import { said, wordsOf } from '../../../../testkit/said-to-bot.ts'
import { aLinkView, aWarRoom } from '../../../../testkit/views.ts'

const say = async (text: string, change = {}) => wordsOf(await said(aBusyDesk(change), text))
/** After a start, before a terminal is linked. */
const nothing = aWarRoom({ shown: null, kind: null, marketMs: null, links: [] })

describe('what is not known', () => {
  it('is never read as a zero before a terminal is linked', async () => {
    for (const text of ['/positions', '/guards', '/locks', '/missions'])
      expect(await say(text, nothing)).toMatch(/^\w+: not known\nNo terminal is linked/)
    const words = await say('/status', { ...nothing, positions: [], missions: [] })
    expect(words.split('\n').slice(-2)).toEqual([
      'SELECT',
      'What is open, which missions wait and which guards stand is known once a terminal is linked.',
    ])
    for (const text of [
      '/status',
      '/positions',
      '/balance',
      '/risk',
      '/guards',
      '/locks',
      '/missions',
      '/profit',
    ])
      expect(await say(text, nothing), text).not.toMatch(/\b0\b|none stands|no guard/i)
  })

  it('is what a terminal may have open that is away or not compared yet', async () => {
    const away = aLinkView({ terminal: 'terminal-2', broker: 'Other', accountMark: 'b0b1', state: 'down', armed: false }) // prettier-ignore
    const links = [aLinkView({ armed: false }), away]
    const none = { links, positions: [], orders: [] }
    const why =
      'What is open at Broker · SIMULATED · a3f9 is still being compared.\nOther · SIMULATED · b0b1 is not linked, so nobody knows what is open there.'
    expect(await say('/positions', none)).toBe(`Positions: not known\n${why}`)
    expect(await say('/positions', { ...none, positions: [aPosition()] })).toMatch(
      /^Positions: 1 on record\n/,
    )
    expect(await say('/status', none)).toContain('Open 1 of 1 by the record')
    expect(await say('/risk', { links: [away], shown: 'terminal-2' })).toContain(
      'nobody knows what is open there',
    )
    expect(await say('/balance', { links: [away], shown: 'terminal-2' })).toContain(
      'before its link was lost',
    )
  })

  it('is the risk of a position without a stop, and the day before the market has told its time', async () => {
    const bare = { positions: [aPosition({ stop: null, external: true })] }
    expect(await say('/risk', bare)).toMatch(/Open risk +not known/)
    expect(await say('/risk', bare)).toContain(
      '#50012345 on EURUSD.m has no stop: nobody can say what it risks.',
    )
    expect(await say('/status', bare)).toContain('open risk not known')
    const timeless = await say('/status', { marketMs: null })
    expect(timeless).not.toMatch(/shots today|Lost today/)
    expect(await say('/risk', { marketMs: null })).toContain('its limits in money are not known')
  })
})
