import { keyframes, style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const plate = style({
  position: 'fixed',
  inset: 0,
  margin: 'auto',
  width: 'fit-content',
  height: 'fit-content',
  padding: `${theme.space.wide} ${theme.space.huge}`,
  overflow: 'hidden',
  textAlign: 'center',
  color: theme.colour.ink,
  background: theme.colour.inset,
  border: `3px solid ${theme.colour.fault}`,
  borderRadius: theme.radius.medium,
  boxShadow: `0 1rem 4rem ${theme.colour.shadow}`,
})

const run = keyframes({ from: { transform: 'scaleX(0)' }, to: { transform: 'scaleX(1)' } })

export const fill = style({
  position: 'absolute',
  inset: 0,
  background: theme.colour.faultWash,
  transformOrigin: 'left',
  animation: `${run} ${theme.motion.hold} linear forwards`,
  '@media': {
    // It tells how long is left, so it stays, in three still steps.
    '(prefers-reduced-motion: reduce)': {
      animation: `${run} ${theme.motion.hold} steps(3) forwards !important`,
      animationDuration: `${theme.motion.hold} !important`,
    },
  },
})

export const words = style({
  position: 'relative',
  display: 'block',
  fontFamily: theme.font.heading,
  fontSize: theme.size.display,
  fontWeight: 700,
  letterSpacing: '0.12em',
  lineHeight: 1.1,
  textTransform: 'uppercase',
  color: theme.colour.fault,
})
export const release = style({ position: 'relative', fontSize: theme.size.lead, color: theme.colour.inkDim })
