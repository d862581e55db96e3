import { fixed, percentText, signed } from '../../../ui/format/numbers.ts'

export const netText = (r: number): string => signed(r, 3)
export const shareText = (share: number): string => percentText(share, 0)
export const ratioText = (ratio: number): string => fixed(ratio, 2)
export const eceText = (ece: number): string => fixed(ece, 4)
