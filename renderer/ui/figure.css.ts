import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const figures = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `${theme.space.small} ${theme.space.wide}`,
})
export const figure = style({ minWidth: 0 })
export const value = styleVariants({
  small: { fontSize: theme.size.small },
  medium: { fontSize: theme.size.lead },
  large: { fontSize: theme.size.large, lineHeight: 1.25 },
})
export const note = style({
  fontFamily: theme.font.words,
  fontSize: theme.size.tiny,
  fontWeight: 400,
  color: theme.colour.inkFaint,
})
export const noteBelow = style([note, { display: 'block', lineHeight: 1.2, whiteSpace: 'normal' }])
