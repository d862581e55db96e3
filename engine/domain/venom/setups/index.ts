import type { Setup } from '../setup.ts'
import { zFade } from './z5-fade.ts'

/** Every setup that is asked. To add one, write its file and put it here. */
export const SETUPS: readonly Setup[] = [zFade]
