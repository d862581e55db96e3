import { notYetCopy } from '../../../copy/positions.ts'
import type { NotYet } from './reckon.ts'
import * as css from './change-form.css.ts'

/** Why a change can't be sent yet; nothing while nothing was typed. */
export function NotYetLine({ why }: Readonly<{ why: NotYet | null }>) {
  return why === null ? null : <span className={css.not}>{sentenceOf(why)}</span>
}

function sentenceOf(why: NotYet): string {
  if ('lots' in why) return notYetCopy[why.code](String(why.lots))
  if ('price' in why) return notYetCopy[why.code](why.price)
  return notYetCopy[why.code]
}
