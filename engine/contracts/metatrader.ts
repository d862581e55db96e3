/** MetaTrader 5 terminals of this computer and the way of our Expert Advisor into one of them. */
import { z } from 'zod'

export type MetaTrader = Readonly<{
  /** The folder that has `MQL5`. */
  dataFolder: string
  /** Where terminal64.exe and metaeditor64.exe are; null when origin.txt does not say, or it is gone. */
  programFolder: string | null
  portable: boolean
}>

/** `todo` is for the person: the terminal lets no program do it. */
export type InstallStep = Readonly<{
  name: string
  is: 'done' | 'todo' | 'failed'
  text: string
  details?: readonly string[]
}>

/** Which terminal shall get it: one of those that were found. */
export const InstallWish = z.object({ dataFolder: z.string().min(1).max(1_000) })
export type InstallWish = z.infer<typeof InstallWish>

/** What the Expert Advisor has to know. */
export type Pairing = Readonly<{ key: string; port: number }>
