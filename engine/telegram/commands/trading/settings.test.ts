import { describe, expect, it } from 'vitest'
import { Settings } from '../../../contracts/settings.ts'
import { commandBench, firstButton, labelsOf } from '../../../testkit/command-bench.ts'
import { TRADING_COMMANDS } from './index.ts'

const bench = () => commandBench(TRADING_COMMANDS)

describe('/settings', () => {
  it('shows what a chat may change, and how', async () => {
    const { html } = await bench().said('/settings')
    expect(html.text).toContain('riskPct 1\n')
    expect(html.text).toContain('limits.openTrades none')
    for (const hidden of ['liveUnlocked', 'apiRoot', 'proxy', 'roads', '\nport ', 'consent'])
      expect(html.text).not.toContain(hidden)
    expect(html.text.length).toBeLessThan(4_096)
  })

  it('shows from and to, asks, and sends the revision that was seen', async () => {
    const { desk, said, pressed } = bench()
    const question = await said('/settings RISKPCT 0.5')
    expect(question.html.text).toContain('<b>riskPct</b>\n1 → <b>0.5</b>')
    expect((await pressed(firstButton(question))).html.text).toBe('✅ <b>CHANGED</b>\nChanged.')
    expect(desk.wishes).toEqual([{ seen: 1, change: { riskPct: 0.5 }, typed: null }])
  })

  it('wants words typed for what is unsafe, says which, and sends them as they were typed', async () => {
    const { desk, said, confirmed } = bench()
    const phrase = 'I risk more than one percent'
    desk.settles = ({ typed }) =>
      typed === phrase ? desk.settled : { is: 'confirm', phrase, text: 'Ten losses take 18.3 %.' }
    const reply = await said('/settings riskPct 2')
    expect(reply.html.text).toContain('<code>/settings riskPct 2 I risk more than one percent</code>')
    expect([labelsOf(reply), desk.wishes]).toEqual([[], []])
    await confirmed('/settings riskPct 2 I risk more than one percent')
    expect(desk.wishes.at(-1)).toMatchObject({
      change: { riskPct: 2 },
      typed: 'I risk more than one percent',
    })
  })

  it('reaches deep keys, lists and nothing', async () => {
    const { desk, confirmed } = bench()
    await confirmed('/settings limits.openTrades 2')
    await confirmed('/settings telegram.noise.closed silent')
    await confirmed('/settings telegram.voice.kinds ["closed"]')
    expect(desk.wishes.map(({ change }) => change)).toEqual([
      { limits: { openTrades: 2 } },
      { telegram: { noise: { closed: 'silent' } } },
      { telegram: { voice: { kinds: ['closed'] } } },
    ])
    expect((await bench().said('/settings limits.openTrades none')).html.text).toContain('is none already')
  })

  it('says a drawdown in words, where it asks and where it has changed it', async () => {
    const { said } = bench()
    const set = '{"by":"static","pct":10,"startBalanceCents":1000050}'
    const question = await said(`/settings prop.maxDrawdown ${set}`)
    expect(question.html.text).toContain('none → <b>static 10 %, from 10000.50</b>')
    expect(question.html.text).not.toContain('{')
  })

  it.each([
    [
      '/settings liveUnlocked true',
      '<b>liveUnlocked</b> is changed at the computer, in the window or with bitten settings set',
    ],
    ['/settings telegram.apiRoot https://evil.example', '<b>telegram.apiRoot</b> is changed at the computer'],
    ['/settings roads.files.consent x', 'in the window or with bitten settings set, and never from a chat'],
    ['/settings riskPc 1', 'There is no setting “riskPc”. Did you mean riskPct?'],
    ['/settings riskPct', '<b>riskPct</b> is 1'],
    ['/settings telegram.noise', 'telegram.noise.closed on'],
  ])('%s: %s', async (text, answer) => {
    const { desk, said } = bench()
    const reply = await said(text)
    expect(reply.html.text).toContain(answer)
    expect([labelsOf(reply), desk.wishes]).toEqual([[], []])
  })

  it('asks nothing about what the desk would refuse: its words, and what holds now', async () => {
    const { desk, said } = bench()
    desk.settles = () => ({
      is: 'refused',
      code: 'LOOSER_THAN_RANK',
      text: 'Looser than NIBBLER allows: riskPct 5 (at most 1).',
    })
    const reply = await said('/settings riskPct 5')
    expect(reply.html.text).toBe(
      '⛔ <b>Not changed.</b> Looser than NIBBLER allows: riskPct 5 (at most 1).\n<b>riskPct</b> is 1',
    )
    expect([labelsOf(reply), desk.wishes]).toEqual([[], []])
  })

  it('gives the desk’s refusal in its words, where it would have been done a moment before', async () => {
    const { desk, confirmed } = bench()
    desk.settled = { is: 'refused', code: 'LOOSER_THAN_RANK', text: 'Looser than NIBBLER allows.' }
    expect((await confirmed('/settings auto.slots 5')).html.text).toBe(
      '⛔ <b>Not changed.</b> Looser than NIBBLER allows.',
    )
    expect(Settings.parse({ version: 1 }).auto.slots).toBe(1)
  })
})
