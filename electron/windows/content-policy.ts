/**
 * What a page of this app may load: its own files, and nothing else from anywhere. No inline script, no eval, no
 * connection. Images may be drawn by the page itself (`data:`); sounds are files.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
