/** How far a person has come in typing a phrase word for word. */
export type TypedMatch =
  | Readonly<{ is: 'empty' }>
  | Readonly<{ is: 'onTheWay'; left: number }>
  /** `at`: the first character that differs, counted from 1. */
  | Readonly<{ is: 'wrong'; at: number }>
  | Readonly<{ is: 'done' }>

/** Only blanks around it are forgiven. */
export function matchTyped(phrase: string, raw: string): TypedMatch {
  const typed = raw.trim()
  if (typed === '') return { is: 'empty' }
  if (typed === phrase) return { is: 'done' }
  if (phrase.startsWith(typed)) return { is: 'onTheWay', left: phrase.length - typed.length }
  const at = Array.from(typed).findIndex((character, index) => character !== phrase[index])
  return { is: 'wrong', at: at + 1 }
}
