import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../../../contracts/primitives.ts'
import { aPairedChat } from '../../../../testkit/command-bench.ts'
import { ScriptedDesk } from '../../../../testkit/scripted-desk.ts'
import { html } from '../../../texts/html.ts'
import { NonceHands } from '../../nonce-hands.ts'
import { OwnShots } from '../../own-shots.ts'
import { leadsTo, reading, type Page, type ReadingCall } from './reading.ts'

const heard: ReadingCall[] = []
const command = (page: Page = { html: html`a page` }) =>
  reading({
    name: 'look',
    does: 'Looks',
    group: 'desk',
    show: call => {
      heard.push(call)
      return page
    },
  })

const now = () => EpochMs.parse(0)
const say = (rest: string, page?: Page) =>
  command(page).run({
    words: rest.split(/\s+/).filter(word => word !== ''),
    rest,
    chat: aPairedChat(),
    desk: new ScriptedDesk(),
    hands: new NonceHands({ now, monotonicMs: () => 0 }),
    shots: new OwnShots(),
    voice: () => null,
    now,
  })

describe('a reading command', () => {
  it('may be said by everybody, and its button reads the same page again in its place', async () => {
    expect(command()).toMatchObject({ name: 'look', role: 'spotter' })
    const typed = await say('7 demo')
    expect(typed).toEqual({ html: html`a page`, buttons: [[{ label: 'Reload', says: '/look 7 demo here' }]] })
    const again = await say('7 demo here')
    expect(again).toEqual({ ...typed, replaces: true })
    expect(heard.slice(-2).map(({ words, rest, name }) => ({ words, rest, name }))).toEqual([
      { words: ['7', 'demo'], rest: '7 demo', name: 'look' },
      { words: ['7', 'demo'], rest: '7 demo', name: 'look' },
    ])
  })

  it('has no button for words that made no sense', async () => {
    expect(await say('nonsense', { html: html`What?`, isWrong: true })).toEqual({
      html: html`What?`,
      buttons: [],
    })
  })

  it('leads to other pages in the same message', async () => {
    const { buttons } = await say('', { html: html`a page`, buttons: [[leadsTo('Other', '/other')]] })
    expect(buttons).toEqual([
      [{ label: 'Other', says: '/other here' }],
      [{ label: 'Reload', says: '/look here' }],
    ])
  })

  test.prop([fc.string({ maxLength: 200, unit: 'grapheme' })])(
    'never has a button that says more than 64 bytes',
    async rest => {
      for (const button of (await say(rest)).buttons?.flat() ?? [])
        expect('says' in button && Buffer.byteLength(button.says)).toBeLessThanOrEqual(64)
    },
  )
})
