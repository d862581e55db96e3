import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const meter = style({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minWidth: 'max-content',
  lineHeight: 1.25,
})
export const text = style({ fontSize: theme.size.small })

export const track = style({
  marginTop: theme.space.tight,
  height: '0.3125rem',
  background: theme.colour.inset,
  boxShadow: `inset 0 0 0 1px ${theme.colour.line}`,
})

const bar = style({ height: '100%', transition: `width ${theme.motion.calm} ${theme.motion.ease}` })

export const fill = styleVariants({
  free: [bar, { background: theme.colour.gold }],
  near: [bar, { background: theme.colour.warn }],
  full: [
    bar,
    {
      background: `repeating-linear-gradient(-45deg, ${theme.colour.warn} 0 0.3125rem, ${theme.colour.inset} 0.3125rem 0.4375rem)`,
    },
  ],
})
