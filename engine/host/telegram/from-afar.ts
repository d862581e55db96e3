import type { SettingsAnswer } from '../../contracts/settings-desk.ts'

/**
 * Settings that only somebody at the computer changes: a chat that was taken over must neither send the bot, with its token,
 * to a server of its own, nor open the way to real money, nor say what this computer starts.
 */
const AT_THE_COMPUTER: readonly (readonly string[])[] = [
  ['telegram', 'apiRoot'],
  ['telegram', 'proxy'],
  ['liveUnlocked'],
  ['roads'],
  ['desk'],
]

/** Null: a chat may wish for it. */
export function refuseFromAfar(change: unknown): Extract<SettingsAnswer, { is: 'refused' }> | null {
  const touched = AT_THE_COMPUTER.find(path => touches(change, path))
  if (touched === undefined) return null
  const text = `${touched.join('.')} is changed at the computer only, in the window or with bitten settings.`
  return { is: 'refused', code: 'AT_THE_COMPUTER', text }
}

function touches(change: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined || typeof change !== 'object' || change === null) return true
  const inside = Object.entries(change).find(([name]) => name === key)
  return inside !== undefined && touches(inside[1], rest)
}
