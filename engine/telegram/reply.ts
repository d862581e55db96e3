/** What the bot says to a chat: text, and what can be pressed below it. */
import type { Html } from './texts/html.ts'

/** Pressed, it is as if `says` had been typed: a command with its words, at most 64 bytes. `link` opens a page. */
export type Button =
  Readonly<{ label: string; says: string }> | Readonly<{ label: string; link: string }> | NonceButton

/** Pressed, it carries out or drops what was asked for; see `commands/safe-hands`. */
export type NonceButton = Readonly<{ label: string; nonce: string; yes: boolean }>

export type Reply = Readonly<{
  html: Html
  /** Rows. */
  buttons?: readonly (readonly Button[])[]
  /** Instead of buttons: keys that stay below the text field, row by row; pressing one writes its label. Empty: they are taken away. */
  keys?: readonly (readonly string[])[]
  /** PNG above the text, which then has at most 1,024 characters. */
  picture?: Readonly<{ png: Uint8Array; name: string }>
  /** Without a sound. */
  isSilent?: boolean
  /** Of a press: the message of the button is changed to this, and no new one is sent. */
  replaces?: boolean
  /** Told whether it stands in the chat; of an answer that the bot has ended before, nothing. */
  fate?: (isThere: boolean) => void
  /** What takes its place by itself when the time has come; null: nothing does. */
  later?: Promise<Reply | null>
}>
