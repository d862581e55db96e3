import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { label } from '../../../theme/type.css.ts'

export const panel = style({ flex: 'none' })
export const parts = style({ display: 'flex', flexDirection: 'column', gap: theme.space.medium })
export const title = style([label, { color: theme.colour.gold }])
export const text = style({ color: theme.colour.inkDim, textWrap: 'pretty' })
export const source = style({ fontSize: theme.size.tiny, color: theme.colour.inkFaint })
