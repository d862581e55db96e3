import { groupWords, paletteCopy } from '../../copy/palette.ts'
import type { Action, Group } from './action.ts'
import { fit } from './fit.ts'

export type Section = Readonly<{ title: string; actions: readonly Action[] }>

/** What is shown for what was typed: nothing typed, everything by group with the recent first; else what fits, the best first. */
export function findActions(
  actions: readonly Action[],
  recent: readonly string[],
  typed: string,
): readonly Section[] {
  const listed = actions.filter(({ id }) => id !== 'palette')
  const sections = typed.trim() === '' ? byGroup(listed, recent) : [found(listed, recent, typed)]
  return sections.filter(section => section.actions.length > 0)
}

function byGroup(actions: readonly Action[], recent: readonly string[]): Section[] {
  const again = recent.flatMap(id => actions.filter(action => action.id === id))
  const rest = actions.filter(action => !again.includes(action))
  const groups = new Set<Group>(rest.map(({ group }) => group))
  return [
    { title: paletteCopy.recent, actions: again },
    ...[...groups].map(group => ({
      title: groupWords[group],
      actions: rest.filter(action => action.group === group),
    })),
  ]
}

function found(actions: readonly Action[], recent: readonly string[], typed: string): Section {
  const ranked = actions.flatMap(action => {
    const points = fit(typed, `${action.words} ${groupWords[action.group]}`)
    return points === null ? [] : [{ action, points, place: placeOf(action, recent) }]
  })
  ranked.sort((a, b) => b.points - a.points || a.place - b.place)
  return { title: paletteCopy.found, actions: ranked.map(({ action }) => action) }
}

/** Of what fits as well: “pause” never stops the simulated time alone because that was taken last. */
const placeOf = ({ id, isAnywhere = false }: Action, recent: readonly string[]): number =>
  isAnywhere ? 0 : recent.includes(id) ? 1 : 2
