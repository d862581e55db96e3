import type { DebriefGrouping } from '../../../engine/contracts/debrief.ts'
import { groupingWords } from '../../copy/debrief.ts'

const isGrouping = (name: string): name is DebriefGrouping => Object.hasOwn(groupingWords, name)

/** In the order in which they are offered. */
export const GROUPINGS: readonly DebriefGrouping[] = Object.keys(groupingWords).filter(isGrouping)
