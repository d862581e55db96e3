import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

const track_ = style({ margin: `${theme.space.tight} 0`, background: theme.colour.inset })

export const track = styleVariants({
  slim: [track_, { height: '0.3125rem', boxShadow: `inset 0 0 0 1px ${theme.colour.line}` }],
  full: [track_, { height: '0.4375rem', boxShadow: `inset 0 0 0 1px ${theme.colour.lineStrong}` }],
})
export const fill = style({
  height: '100%',
  background: `linear-gradient(90deg, ${theme.colour.goldDim}, ${theme.colour.goldFillBright})`,
  transition: `width ${theme.motion.slow} ${theme.motion.ease}`,
})
