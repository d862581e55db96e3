/** Changing settings while the desk runs: what is asked, what is answered, and every version that held. */
import { z } from 'zod'
import { Origin } from './commands.ts'
import { EpochMs } from './primitives.ts'
import { Settings } from './settings.ts'

/** Counts the versions of settings.json; the first that BITTEN saw is 1. */
const Revision = z.number().int().positive()
/** Words that a person typed to confirm something unsafe; null: none yet. */
const Typed = z.string().max(500).nullable().default(null)

/** Some settings, in the shape of settings.json: what is left out stays. Lists are replaced whole. */
export const SettingsWish = z.strictObject({
  /** The revision that the asker saw: a wish made on an older one is refused. */
  seen: Revision,
  change: z.record(z.string(), z.unknown()),
  typed: Typed,
  /** Would it hold? Nothing changes. */
  judgeOnly: z.boolean().optional(),
})
export type SettingsWish = z.infer<typeof SettingsWish>

/** Everything as it was at `revision`. */
export const RestoreWish = z.strictObject({ seen: Revision, revision: Revision, typed: Typed })
export type RestoreWish = z.infer<typeof RestoreWish>

/** One setting that differs, by its path as in `limits.openTrades`. */
export const SettingChange = z.object({ key: z.string(), from: z.unknown(), to: z.unknown() })
export type SettingChange = z.infer<typeof SettingChange>

/** `confirm`: nothing has changed; ask again with `phrase` typed word for word. `restart`: keys that wait for the next start. */
export const SettingsAnswer = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('done'),
    text: z.string(),
    revision: Revision,
    changed: z.array(SettingChange),
    restart: z.array(z.string()),
    /** What of it waits for the next trading day, and what holds until then; absent: nothing. */
    later: z.string().optional(),
  }),
  z.object({ is: z.literal('confirm'), phrase: z.string(), text: z.string() }),
  z.object({ is: z.literal('refused'), code: z.string(), text: z.string() }),
])
export type SettingsAnswer = z.infer<typeof SettingsAnswer>

/** What holds now. */
export const SettingsNow = z.object({ revision: Revision, settings: Settings })
export type SettingsNow = z.infer<typeof SettingsNow>

/** Who asked: `file` was written by hand, and found at a start. */
export const SettingsOrigin = z.enum([...Origin.options, 'file'])
export type SettingsOrigin = z.infer<typeof SettingsOrigin>

export const SettingsVersion = z.object({
  revision: Revision,
  /** On the computer's clock. */
  atMs: EpochMs,
  origin: SettingsOrigin,
  /** Against the version before. */
  changed: z.array(SettingChange),
  settings: Settings,
})
export type SettingsVersion = z.infer<typeof SettingsVersion>

/** Newest first; the last hundred. */
export const SettingsHistory = z.array(SettingsVersion.omit({ settings: true }))
export type SettingsHistory = z.infer<typeof SettingsHistory>

/** A part of the settings as JSON Schema has it, with its default and its description. */
export type SettingsSchema = z.core.JSONSchema.BaseSchema
export const settingsSchema = (): SettingsSchema => z.toJSONSchema(Settings, { io: 'output' })

/** What a setting may be set to. */
export type SettingRange =
  | Readonly<{ is: 'switch' | 'path' | 'address' }>
  /** `isAbove`: `from` itself is too little. */
  | Readonly<{ is: 'number'; isWhole: boolean; from: number; isAbove: boolean; to: number | null }>
  | Readonly<{ is: 'choice'; options: readonly string[] }>
  | Readonly<{ is: 'words'; words: string }>
  | Readonly<{ is: 'list'; upTo: number; of: SettingRange }>
  | Readonly<{ is: 'parts'; parts: readonly Readonly<{ key: string; range: SettingRange }>[] }>

type PathsOf<T> = {
  [K in keyof T & string]: T[K] extends Readonly<Record<string, unknown>> ? `${K}.${PathsOf<T[K]>}` : K
}[keyof T & string]
export type SettingPath = PathsOf<Omit<Settings, 'version'>>

/** One setting by its path: what docs/settings.md and the window say of it. */
export type SettingFact = Readonly<{
  key: string
  byDefault: unknown
  range: SettingRange
  /** It may be `null` as well. */
  orNull: boolean
  holds: 'at once' | 'next start'
  /** In Markdown. */
  meaning: string
}>

/** Every setting in the order of the file, and the values that this start began with. */
export type SettingFacts = Readonly<{ facts: readonly SettingFact[]; atStart: Settings }>
