import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const panel = style({ flex: '0 0 13rem' })
export const figure = style({ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' })
export const caption = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: theme.space.small,
  padding: `${theme.space.small} ${theme.space.medium} 0`,
})
export const net = style({ fontSize: theme.size.large, lineHeight: 1.2 })
export const note = style({ marginLeft: 'auto', fontSize: theme.size.small, color: theme.colour.inkFaint })
export const old = style({ flexBasis: '100%', fontSize: theme.size.small, color: theme.colour.warn })
