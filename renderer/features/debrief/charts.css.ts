import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const curve = style({ flex: '6 0 15rem' })
export const caption = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: theme.space.medium,
  padding: `${theme.space.small} ${theme.space.medium} 0`,
})
export const depth = style({ color: theme.colour.short })
export const small = style({ fontSize: theme.size.small, color: theme.colour.inkDim })
export const aside = style({ marginLeft: 'auto', fontSize: theme.size.tiny, color: theme.colour.inkFaint })

export const four = style({
  flex: '7 0 21rem',
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gridAutoRows: 'minmax(10.25rem, 1fr)',
  gap: theme.space.small,
})
export const note = style({
  padding: `${theme.space.tight} ${theme.space.medium} 0`,
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
  textWrap: 'pretty',
})
export const alarm = style({
  padding: `${theme.space.tight} ${theme.space.medium} 0`,
  fontSize: theme.size.small,
  color: theme.colour.fault,
})
