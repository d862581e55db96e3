import type { ModelFile } from '../../../contracts/model.ts'

/**
 * What is learnt of a model after its fit belongs to its numbers, not to its name: two files may have one name. The name and eight
 * hexadecimal digits over its plans.
 */
export const modelKey = ({ name, plans }: Pick<ModelFile, 'name' | 'plans'>): string =>
  `${name} ${fnv1a(JSON.stringify(plans)).toString(16).padStart(8, '0')}`

/** 32 bits (G. Fowler, L. C. Noll, K.-P. Vo: FNV-1a). It tells models apart and guards nothing. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
  return hash >>> 0
}
