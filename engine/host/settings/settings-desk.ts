/**
 * Changes settings while the desk runs. One change at a time:
 *
 *   seen the newest? → file as we left it? → makes sense? → rank allows it? → words typed? → engine follows → version kept → file
 *
 * Whatever stops it on the way leaves file and engine with the settings that held before, and is answered in one sentence.
 */
import type { CommandAnswer, Origin } from '../../contracts/commands.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { DeskSettings, type Settings } from '../../contracts/settings.ts'
import type {
  RestoreWish,
  SettingChange,
  SettingsAnswer,
  SettingsHistory,
  SettingsNow,
  SettingsOrigin,
  SettingsWish,
} from '../../contracts/settings-desk.ts'
import type { CallFailed } from '../../contracts/window-bridge.ts'
import { systemReason } from '../data-folder/refusal.ts'
import { judgeSettings } from '../data-folder/settings-file.ts'
import { changesBetween, changeText, laidOver } from './changes.ts'
import { done, doneText, refused, sectionOf, withLater } from './settings-answers.ts'
import type { Refused } from './settings-answers.ts'
import { SettingsStore } from './settings-store.ts'
import { unsafeIn } from './unsafe.ts'

export type SettingsDeskOptions = Readonly<{
  dataFolder: string
  /** As the file had them at the start. */
  settings: Settings
  now(): EpochMs
  /** The engine judges them by the rank, and unless it is only asked, follows them from then on. */
  tell(settings: DeskSettings, origin: Origin, judgeOnly: boolean): Promise<CommandAnswer>
  /** Other settings hold from now on. */
  held(): void
  notice(level: 'info' | 'warn' | 'error', text: string): void
}>

type Asked = Readonly<{ seen: number; typed: string | null; judgeOnly: boolean; origin: Origin }>

export class SettingsDesk {
  readonly #options: SettingsDeskOptions
  readonly #store: SettingsStore
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: SettingsDeskOptions) {
    this.#options = options
    this.#store = new SettingsStore(options.dataFolder, options.settings, options.now())
    if (this.#store.fault !== null)
      options.notice('warn', `The version of the settings was not kept: ${this.#store.fault}.`)
  }

  now(): SettingsNow {
    const { revision, settings } = this.#store
    return { revision, settings }
  }

  /** What the engine follows: told to each that is started. */
  forDesk(): DeskSettings {
    return DeskSettings.parse(this.#store.settings)
  }

  history(): SettingsHistory | CallFailed {
    try {
      return this.#store
        .versions()
        .map(({ revision, atMs, origin, changed }) => ({ revision, atMs, origin, changed }))
    } catch (error) {
      const text = `The history of the settings can't be read: ${systemReason(error)}.`
      return { is: 'failed', code: 'HISTORY', text }
    }
  }

  change(wish: SettingsWish, origin: Origin): Promise<SettingsAnswer> {
    const { seen, typed, change, judgeOnly = false } = wish
    const asked = { seen, typed, judgeOnly, origin }
    return this.#inTurn(() => this.#hold(laidOver(this.#store.settings, change), asked))
  }

  restore({ seen, typed, revision }: RestoreWish, origin: Origin): Promise<SettingsAnswer> {
    return this.#inTurn(async () => {
      const version = this.#store.version(revision)
      if (version) return this.#hold(version.settings, { seen, typed, judgeOnly: false, origin })
      const text = `There is no revision ${revision} of the settings: the history has the last hundred.`
      return refused('NO_SUCH_REVISION', text)
    })
  }

  /** Two that ask at once are taken one after the other, so that the second is judged by what the first has made of it. */
  #inTurn(work: () => Promise<SettingsAnswer>): Promise<SettingsAnswer> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #hold(wished: unknown, { seen, typed, judgeOnly, origin }: Asked): Promise<SettingsAnswer> {
    const stale = this.#refuseStale(seen) ?? this.#refuseEdited()
    if (stale) return stale
    const judged = judgeSettings(wished)
    if (judged.is === 'wrong') return refused('SETTINGS', `${judged.text}. Nothing was changed.`)
    const { settings } = judged
    const changed = changesBetween(this.#store.settings, settings)
    if (changed.length === 0)
      return this.#done(
        'These settings hold already.',
        changed,
        judgeOnly ? await this.#waiting(origin) : undefined,
      )
    const unsafe = unsafeIn(this.#store.settings, settings)
    const isConfirmed = unsafe === null || typed === unsafe.phrase
    const told = await this.#tellEngine(settings, changed, origin, judgeOnly || !isConfirmed)
    if (told.is === 'refused') return told
    const { later } = told
    if (!isConfirmed) return { is: 'confirm', ...unsafe, text: withLater(unsafe.text, later) }
    if (judgeOnly) return this.#done('These settings may hold.', changed, later)
    const refusal = await this.#keep(settings, changed, origin)
    if (refusal !== null) return refusal
    this.#options.held()
    return this.#done(doneText(changed), changed, later)
  }

  #refuseStale(seen: number): Refused | null {
    const { revision } = this.#store
    if (seen === revision) return null
    const newest = this.#store.version(revision)
    const how = newest
      ? `, made by ${byWhom(newest.origin)} (${newest.changed.map(changeText).join(', ') || 'the first'})`
      : ''
    const text = `The settings are at revision ${revision}${how}; you saw ${seen}. Look again before you change them.`
    return refused('REVISION', text)
  }

  #refuseEdited(): Refused | null {
    const edited = this.#store.editedByHand()
    if (edited === null) return null
    const text = `settings.json was changed by hand while BITTEN runs (${edited}), and is not overwritten. Restart BITTEN to use it, or move it away to keep what holds now, and ask again.`
    return refused('CHANGED_BY_HAND', text)
  }

  /** Only what the engine follows is asked of it, so that a port can be changed while it is down. */
  async #tellEngine(
    settings: Settings,
    changed: readonly SettingChange[],
    origin: Origin,
    judgeOnly: boolean,
  ): Promise<Refused | Extract<CommandAnswer, { is: 'done' }>> {
    if (!changed.some(isForEngine)) return { is: 'done', text: '' }
    const answer = await this.#options.tell(DeskSettings.parse(settings), origin, judgeOnly)
    if (answer.is !== 'denied') return answer
    return refused('DENIED', answer.denials.map(({ text }) => text).join(' '))
  }

  /** On disk, or the engine is told the old ones again. */
  async #keep(
    settings: Settings,
    changed: readonly SettingChange[],
    origin: Origin,
  ): Promise<Refused | null> {
    try {
      this.#store.hold(settings, changed, origin, this.#options.now())
      return null
    } catch (error) {
      const reason = systemReason(error)
      const back = changed.some(isForEngine) ? await this.#options.tell(this.forDesk(), origin, false) : null
      if (back === null || back.is === 'done')
        return refused('NOT_WRITTEN', `settings.json can't be written: ${reason}. Nothing was changed.`)
      const text = `settings.json can't be written: ${reason}, and the engine did not go back to what it says. Restart BITTEN: then the file holds.`
      this.#options.notice('error', text)
      return refused('NOT_WRITTEN', text)
    }
  }

  /** What of the settings themselves does not hold yet on some account: asked of the engine, and nothing while that is down. */
  async #waiting(origin: Origin): Promise<string | undefined> {
    const told = await this.#options.tell(this.forDesk(), origin, true)
    return told.is === 'done' ? told.later : undefined
  }

  #done(text: string, changed: readonly SettingChange[], later?: string): SettingsAnswer {
    return done(text, this.#store.revision, changed, later)
  }
}

const isForEngine = (change: SettingChange): boolean =>
  Object.hasOwn(DeskSettings.shape, sectionOf(change.key))

const byWhom = (origin: SettingsOrigin): string => (origin === 'file' ? 'hand' : origin)
