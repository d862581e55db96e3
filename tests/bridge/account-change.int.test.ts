/** Another account in a terminal that is linked over the socket. */
import { expect, it, vi } from 'vitest'
import { EaOnHost, openApp, PATIENCE } from './ea-on-host.ts'

it('another account ends the session with a bye, and the next hello is its own', async () => {
  const app = await openApp()
  const ea = await EaOnHost.start(app, { symbols: ['EURUSD'] })
  await app.first('beat')
  const first = app.hello
  await ea.run('account login=999 server=Other-Demo')
  await vi.waitFor(() => expect(app.hello?.server).toBe('Other-Demo'), PATIENCE)
  expect(app.hello).toMatchObject({ uuid: first?.uuid })
  expect(app.hello?.loginHash).not.toBe(first?.loginHash)
  expect(app.lines.join('\n')).toContain('Another account was activated in the terminal')
})
