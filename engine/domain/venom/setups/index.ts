import type { Setup } from '../setup.ts'
import { bigBarFade } from './bigbar-fade.ts'
import { hourSqueezeContinuation } from './hour-squeeze-continuation.ts'
import { middayContinuation } from './midday-continuation.ts'
import { rangeFade } from './range-fade.ts'
import { squeezeFade } from './squeeze-fade.ts'
import { zFade } from './z5-fade.ts'

/** Every setup that is asked, in the order of venom-study §5. To add one, write its file and put it here. */
export const SETUPS: readonly Setup[] = [
  squeezeFade,
  rangeFade,
  zFade,
  bigBarFade,
  middayContinuation,
  hourSqueezeContinuation,
]
