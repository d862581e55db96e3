import { describe, expect, it } from 'vitest'
import { EaOnHost, openApp, PAIRS, PATIENCE } from './ea-on-host.ts'

describe('a session of the EA', () => {
  it('begins with specs, account and positions', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    await ea.quote()
    await app.first('positions')
    console.log(app.heard.map(({ header }) => header.t))
    await ea.quoteUntil(() => expect(app.all('specs').at(-1)?.body.symbols.length).toBe(15))
    console.log(
      app.hello,
      app.all('specs').at(-1)?.body.symbols[2],
      app.all('account').at(-1)?.body,
      app.all('beat').at(-1)?.body,
    )
    await ea.quoteUntil(() => expect(app.ticks.length).toBeGreaterThan(20))
    console.log(app.ticks.slice(0, 4), app.lines, await ea.panel(), ea.prints)
  })
})
