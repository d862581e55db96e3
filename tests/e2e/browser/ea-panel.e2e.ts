/** What a trader sees of the Expert Advisor on its chart, of the real one on the host. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { buildEa } from '../../../ea/host/build/index.ts'
import { RealTerminal } from '../../../ea/host/driver/real-terminal.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { openTerminalLink, type TerminalLink } from '../../../engine/host/terminal-link/terminal-link.ts'
import { formatPairingKey, newPairingKey } from '../../../engine/wire/index.ts'
import { objectsIn, pageOf } from '../support/ea-panel.ts'

const NOBODY_MS = 60_000

test('the panel says what is the case and what to do, without the app and with it', async ({ page }) => {
  test.setTimeout(240_000)
  const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  const folder = mkdtempSync(path.join(tmpdir(), 'bitten-panel-'))
  const terminal = new RealTerminal(build.binary, { files: path.join(folder, 'Files') })
  const pairingKey = newPairingKey()
  const before = await openApp(pairingKey, 0)
  const { port } = before
  await before.close()
  try {
    const inputs = { InpPairingKey: formatPairingKey(pairingKey), InpPort: port }
    for (const line of [
      'account login=7001 balance=10000 company=Example server=Example-Demo',
      'symbol EURUSD',
      'chart EURUSD',
      'tick EURUSD 1.10000 1.10006 now',
      ...Object.entries(inputs).map(([name, value]) => `input ${name} ${value}`),
      'init',
    ])
      await terminal.run(line)
    const draw = async () => {
      const objects = objectsIn(await terminal.run('objects'))
      await page.setContent(pageOf(objects))
      return objects.map(({ text }) => text).join('\n')
    }
    await expect.poll(draw, { timeout: NOBODY_MS }).toContain('127.0.0.1')
    await page.screenshot({ path: 'test-results/ea/panel-not-allowed.png', clip: PANEL })
    await terminal.run('allow 127.0.0.1')
    await expect.poll(draw, { timeout: NOBODY_MS }).toContain('does not answer')
    const app = await openApp(pairingKey, port)
    await expect.poll(draw, { timeout: NOBODY_MS }).toContain('The app is linked')
    await page.screenshot({ path: 'test-results/ea/panel-linked.png', clip: PANEL })
    await app.close()
  } finally {
    await terminal.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The app's end of the wire, which answers and asks for nothing. */
async function openApp(pairingKey: Uint8Array, port: number): Promise<TerminalLink> {
  const link = await openTerminalLink({
    port,
    pairingKey,
    version: 'test',
    beatMs: 1_000,
    now: () => EpochMs.parse(Date.now()),
    listener: { terminalUp: nothing, terminalDown: nothing, faulted: nothing, frame: nothing },
  })
  if (link.is !== 'open') throw new Error(link.text)
  return link
}

const PANEL = { x: 0, y: 12, width: 480, height: 204 }
const nothing = (): void => undefined
