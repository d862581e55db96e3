import { describe, expect, it, vi } from 'vitest'
import { formatPairingKey, newPairingKey } from '../../engine/wire/index.ts'
import { EaOnHost, openApp, PATIENCE } from './ea-on-host.ts'

async function says(ea: EaOnHost, text: string): Promise<void> {
  await vi.waitFor(async () => expect((await ea.panel()).join('\n')).toContain(text), PATIENCE)
}

describe('the panel of the EA', () => {
  it('says that the app is linked, how fast it answers, and that orders are taken', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    await says(ea, 'Link | The app is linked, it answers in')
    await ea.quote()
    await ea.quoteUntil(async () => expect(await ea.panel()).toContain('Orders | Taken'))
    await says(ea, 'Market | 15 pairs,')
    await says(ea, 'Work | ')
  })

  it('says what to tick when the address is not allowed', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { before: ['disallow 127.0.0.1'] })
    await says(ea, 'does not allow 127.0.0.1: add it in Tools, Options, Expert Advisors')
  })

  it('says that nobody answers when BITTEN is not running', async () => {
    const app = await openApp()
    await app.close()
    const ea = await EaOnHost.start(app)
    await says(ea, `BITTEN does not answer on 127.0.0.1:${app.port}`)
    await says(ea, 'Orders | Not taken: the app is not linked.')
  })

  it('names a mistyped key before it is sent, and a wrong one when the app refuses it', async () => {
    const app = await openApp()
    const typed = formatPairingKey(newPairingKey())
    const mistyped = typed.slice(0, -1) + (typed.endsWith('0') ? '4' : '0')
    await says(
      await EaOnHost.start(app, { inputs: { InpPairingKey: mistyped } }),
      'copy the pairing key from BITTEN again',
    )
    await says(await EaOnHost.start(app, { inputs: { InpPairingKey: typed } }), 'Not linked: ')
    expect(app.lines).not.toContain('up')
  })

  it('says why no order is taken: Algo Trading off, the EA not allowed, no broker', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    await ea.run('autotrading off')
    await says(ea, 'Not taken: Algo Trading is off.')
    await ea.run('autotrading on', 'programtrading off')
    await says(ea, 'Not taken: this EA may not trade.')
    await ea.run('programtrading on', 'connected off')
    await says(ea, 'Not taken: MetaTrader has no connection to the broker.')
  })

  it('is gone with the EA', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    await says(ea, 'Link | The app is linked')
    await ea.run('deinit 1')
    expect(await ea.panel()).toEqual([])
    await vi.waitFor(() => expect(app.lines.join()).toContain('stopped in the terminal'), PATIENCE)
  })

  it('is not there when the inputs do not want it', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { inputs: { InpPanel: 'false' } })
    await app.first('beat')
    expect(await ea.panel()).toEqual([])
  })
})
