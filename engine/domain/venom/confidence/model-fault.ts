import type { Logit, ModelFile } from '../../../contracts/model.ts'
import { FEATURE_NAMES } from './feature-names.ts'

/**
 * Why this engine may not use a model, as a sentence without its full stop; null when it may. The whole list must be the same: a
 * feature of one name may have changed its formula only together with the list of names.
 */
export function modelFault({ name, features, plans }: ModelFile): string | null {
  const strange = features.filter(feature => !isKnown(feature))
  const absent = FEATURE_NAMES.filter(feature => !features.includes(feature))
  if (strange.length > 0 || absent.length > 0) {
    const told = [
      ...(strange.length > 0 ? [`it reads ${strange.join(', ')}, which this engine does not`] : []),
      ...(absent.length > 0 ? [`it does not know ${absent.join(', ')}`] : []),
    ]
    return `the model ${name} is for other features: ${told.join('; ')}`
  }
  if (features.some((feature, k) => feature !== FEATURE_NAMES[k]))
    return `the model ${name} lists its features in another order than this engine`
  const logits = Object.values(plans).flatMap((plan): Logit[] => (plan ? [plan.target, plan.timeout] : []))
  const unread = logits.flatMap(({ coefficients }) => coefficients).find(term => !isKnown(term.name))
  return unread
    ? `the model ${name} has a coefficient for ${unread.name}, which is not among its features`
    : null
}

const isKnown = (feature: string): boolean => (FEATURE_NAMES as readonly string[]).includes(feature)
