/** The window's bridge onto a real host in this process: what Electron's preload and main process are to it in the app. */
import type { Page } from '@playwright/test'
import { randomIds } from '../../../engine/adapters/identity/ids.ts'
import { Command } from '../../../engine/contracts/commands.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { Query } from '../../../engine/contracts/queries.ts'
import type { ViewPatch } from '../../../engine/contracts/views.ts'
import type { Host } from '../../../engine/host/index.ts'

type Call = (given: unknown) => unknown

declare global {
  interface Window {
    callHost(name: string, given: unknown): Promise<unknown>
    takePatch?: (patch: ViewPatch) => void
  }
}

/** Everything that a page of the squad asks for goes to the host; what it does not need fails. */
export async function bridgeTo(page: Page, host: Host): Promise<void> {
  const ids = randomIds()
  const stamp = () => ({ id: ids.next(EpochMs.parse(Date.now())), origin: 'window' })
  const calls: Readonly<Record<string, Call>> = {
    getView: () => host.view(),
    notices: () => host.notices(),
    command: given => host.command(Command.parse({ ...(given as object), ...stamp() })),
    ask: given => host.ask(Query.parse(given)),
    settings: () => host.settings(),
  }
  await page.exposeFunction('callHost', (name: string, given: unknown) => calls[name]?.(given) ?? NOT_HERE)
  await page.addInitScript(installBridge)
  const leave = host.watch(
    patch => void page.evaluate(given => window.takePatch?.(given), patch).catch(() => undefined),
  )
  page.once('close', leave)
}

const NOT_HERE = { is: 'failed', code: 'NOT_HERE', text: 'This test has no such thing.' }

/** Runs inside the page before its scripts. */
function installBridge(): void {
  const call = (name: string) => (given?: unknown) => window.callHost(name, given)
  const never = () => () => undefined
  const named = { get: (_: object, name: string) => (name.startsWith('on') ? never : call(name)) }
  const onPatch = (take: (patch: ViewPatch) => void) => {
    window.takePatch = take
    return () => delete window.takePatch
  }
  const bridge = new Proxy({}, { get: (own, name: string) => (name === 'onPatch' ? onPatch : named.get(own, name)) }) // prettier-ignore
  Object.assign(window, { bitten: bridge })
}
