import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { installEa } from '../../engine/host/metatrader/index.ts'
import { temporaryFolder } from '../../engine/testkit/temporary-folder.ts'
import { formatPairingKey } from '../../engine/wire/index.ts'
import { EaOnHost, KEY, openApp, PATIENCE } from './ea-on-host.ts'

it('an Expert Advisor that was installed links without a key that somebody typed', async () => {
  const dataFolder = temporaryFolder()
  mkdirSync(path.join(dataFolder, 'MQL5'))
  const app = await openApp()
  const steps = await installEa({
    sources: path.resolve(import.meta.dirname, '../../ea'),
    terminal: { dataFolder, programFolder: null, portable: false },
    pairingKey: formatPairingKey(KEY),
    port: app.port,
  })
  expect(steps.filter(step => step.is === 'failed')).toEqual([])
  const ea = await EaOnHost.start(app, {
    inputs: { InpPairingKey: '' },
    real: { files: path.join(dataFolder, 'MQL5', 'Files') },
  })
  await ea.quote()
  await vi.waitFor(() => expect(app.hello?.program).toContain('BITTENBridge'), PATIENCE)
})
