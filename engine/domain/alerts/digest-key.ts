/** Alerts that were told together have one name in the ledger, as if they were one alert. */

/** `back`: what was missed in an outage. `quiet`: the kinds that are told together now and then. */
export type DigestWhy = 'back' | 'quiet'

/** It tells alerts up to the event `throughSeq`. */
export const digestKey = (why: DigestWhy, throughSeq: number): string =>
  `${why === 'back' ? 'digest' : 'quiet'}:${throughSeq}`

/** Null: it is the key of an alert. */
export function digestNamed(key: string): Readonly<{ why: DigestWhy; throughSeq: number }> | null {
  const [, name, seq] = /^(digest|quiet):(\d+)$/.exec(key) ?? []
  return name === undefined ? null : { why: name === 'digest' ? 'back' : 'quiet', throughSeq: Number(seq) }
}
