import type { Host } from '../../engine/host/index.ts'

type ToLogin = Readonly<{
  /** Sets it up or removes it. Gives why it could not be done, as a sentence. */
  keep: (isOn: boolean) => string | null
  complain: (text: string) => void
  /** What a start at login will lack, as a sentence: said when the trader switches it on, not at each start after. */
  lacks: () => string | null
}>

/** Follows the setting, from now on and at each change of it. */
export function followLogin(
  host: Pick<Host, 'settings' | 'onSettings'>,
  { keep, complain, lacks }: ToLogin,
): () => void {
  let held: boolean | null = null

  function follow(): void {
    const { startAtLogin } = host.settings().settings.desk
    if (startAtLogin === held) return
    const isSwitchedOn = held === false && startAtLogin
    held = startAtLogin
    const said = keep(startAtLogin) ?? (isSwitchedOn ? lacks() : null)
    if (said !== null) complain(said)
  }

  follow()
  return host.onSettings(follow)
}
