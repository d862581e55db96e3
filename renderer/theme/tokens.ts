/** Every size, space and speed of the desk, once; the colours are in `colours.ts`. Styles read both as CSS variables through `theme.css.ts`. */
export const tokens = {
  font: {
    words: "'Inter Variable', 'Segoe UI', system-ui, sans-serif",
    numbers: "'JetBrains Mono Variable', 'Cascadia Mono', Consolas, monospace",
    heading: "'Barlow Condensed', 'Arial Narrow', 'Inter Variable', sans-serif",
  },
  size: {
    tiny: '0.75rem',
    small: '0.8125rem',
    body: '0.875rem',
    lead: '1rem',
    large: '1.25rem',
    title: '1.625rem',
    hero: '2.25rem',
    display: '3.25rem',
  },
  space: {
    hair: '0.125rem',
    tight: '0.25rem',
    small: '0.5rem',
    medium: '0.75rem',
    large: '1rem',
    wide: '1.5rem',
    huge: '2.25rem',
  },
  radius: { small: '2px', medium: '3px', pill: '999px' },
  motion: {
    quick: '120ms',
    calm: '260ms',
    slow: '600ms',
    hold: '900ms',
    ease: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
  },
} as const
