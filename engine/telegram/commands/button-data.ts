/** What a button carries through Telegram and back: https://core.telegram.org/bots/api#inlinekeyboardbutton, 1-64 bytes. */
import type { Button } from '../reply.ts'

/** Somebody who makes such data up can say no more with it than by typing: commands are text, and nonces are not to be guessed. */
export type ButtonData = Exclude<Button, { link: string }>

const NONCE = /^n:([yn]):([\w-]{22})$/

export function dataOf(button: ButtonData): string {
  return 'says' in button ? button.says : `n:${button.yes ? 'y' : 'n'}:${button.nonce}`
}

/** Null: it is no nonce, so it is a command's text. */
export function nonceIn(data: string): Readonly<{ nonce: string; yes: boolean }> | null {
  const [, answer, nonce] = NONCE.exec(data) ?? []
  return nonce === undefined ? null : { nonce, yes: answer === 'y' }
}
