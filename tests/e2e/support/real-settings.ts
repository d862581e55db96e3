/** The real desk of the settings on a folder of its own, behind the bridge of a page; its engine knows one rank only. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { CommandAnswer } from '../../../engine/contracts/commands.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { RestoreWish, SettingsWish } from '../../../engine/contracts/settings-desk.ts'
import { Settings } from '../../../engine/contracts/settings.ts'
import type { DeskSettings } from '../../../engine/contracts/settings.ts'
import { SettingsDesk } from '../../../engine/host/settings/settings-desk.ts'

declare global {
  interface Window {
    askSettings(name: string, given: unknown): Promise<unknown>
  }
}

export const LOOSER =
  'Looser than RECRUIT allows: riskPct 1.8 (at most 1.5). A trader may go tighter than the rank, never looser.'

const judged = ({ riskPct }: DeskSettings, later: object): CommandAnswer =>
  riskPct > 1.5
    ? { is: 'refused', code: 'LOOSER_THAN_RANK', text: LOOSER }
    : { is: 'done', text: 'These settings hold now.', ...later }

export function realSettings() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bitten-e2e-'))
  let badDay: Readonly<{ later?: string }> = {}
  const desk = new SettingsDesk({
    dataFolder: folder,
    settings: Settings.parse({ version: 1 }),
    now: () => EpochMs.parse(Date.UTC(2026, 10, 23, 14, 40, 5)),
    tell: settings => Promise.resolve(judged(settings, badDay)),
    held: () => undefined,
    notice: () => undefined,
  })
  const calls: Readonly<Record<string, (given: unknown) => unknown>> = {
    settings: () => desk.now(),
    changeSettings: given => desk.change(SettingsWish.parse(given), 'window'),
    settingsHistory: () => desk.history(),
    restoreSettings: given => desk.restore(RestoreWish.parse(given), 'window'),
  }
  return {
    desk,
    /** The engine holds something back from now on; null: nothing any more. */
    holdBack: (later: string | null) => void (badDay = later === null ? {} : { later }),
    file: path.join(folder, 'settings.json'),
    behind: async (page: Page): Promise<void> => {
      await page.exposeFunction('askSettings', (name: string, given: unknown) => calls[name]?.(given))
      await page.evaluate(names => {
        const asks = names.map(name => [name, (given: unknown) => window.askSettings(name, given)])
        Object.assign(window.bitten ?? {}, Object.fromEntries(asks))
      }, Object.keys(calls))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
