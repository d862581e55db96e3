import { nativeTheme } from 'electron'
import type { Look } from '../../engine/contracts/look.ts'
import type { Done } from '../../engine/contracts/window-bridge.ts'
import { lookFile } from './look-file.ts'

export type WindowLook = Readonly<{ now(): Look; keep(look: Look): Done }>

const SOURCES = { night: 'dark', day: 'light', system: 'system' } as const

/** The look that the window wears; its frame and the system's own menus follow it. */
export function windowLook(profile: string): WindowLook {
  const file = lookFile(profile)
  let now = file.read()
  nativeTheme.themeSource = SOURCES[now.theme]
  return {
    now: () => now,
    keep(look) {
      now = look
      nativeTheme.themeSource = SOURCES[look.theme]
      return file.keep(look)
    },
  }
}
