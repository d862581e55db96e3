import type { LinkView } from '../../contracts/views.ts'

type Link = Pick<LinkView, 'state' | 'armed'>

/** What is open at a terminal is known once it is linked and was compared with the record. */
export const isSeen = ({ state, armed }: Link): boolean => state === 'live' && armed

/** Why nobody knows all that is open at these terminals, a sentence each; none: it is known. */
export function unseen<L extends Link>(links: readonly L[], nameOf: (link: L) => string): string[] {
  const [live, away] = [
    links.filter(({ state }) => state === 'live'),
    links.filter(({ state }) => state === 'down'),
  ]
  return [
    ...live
      .filter(link => !isSeen(link))
      .map(link => `What is open at ${nameOf(link)} is still being compared.`),
    ...away.map(link => `${nameOf(link)} is not linked, so nobody knows what is open there.`),
  ]
}
