/** What is answered to a wish, in words. */
import type { Settings } from '../../contracts/settings.ts'
import type { SettingChange, SettingsAnswer } from '../../contracts/settings-desk.ts'
import { changeText } from './changes.ts'

export type Refused = Extract<SettingsAnswer, { is: 'refused' }>
export const refused = (code: string, text: string): Refused => ({ is: 'refused', code, text })

/** What is set up once, at the start. */
export const AT_THE_START: readonly string[] = ['port', 'training', 'roads'] satisfies (keyof Settings)[]

export const sectionOf = (key: string): string => key.split('.')[0] ?? key

const waitingFor = (changed: readonly SettingChange[]): string[] =>
  changed.map(({ key }) => key).filter(key => AT_THE_START.includes(sectionOf(key)))

export function done(
  text: string,
  revision: number,
  changed: readonly SettingChange[],
  later: string | undefined,
): SettingsAnswer {
  return {
    is: 'done',
    text: withLater(text, later),
    revision,
    changed: [...changed],
    restart: waitingFor(changed),
    ...(later !== undefined && { later }),
  }
}

export function doneText(changed: readonly SettingChange[]): string {
  const waiting = waitingFor(changed)
  const text = `${changed.map(changeText).join(', ')}.`
  return waiting.length === 0 ? text : `${text} Restart BITTEN for ${waiting.join(', ')}.`
}

export const withLater = (text: string, later: string | undefined): string =>
  later === undefined ? text : `${text} ${later}`
