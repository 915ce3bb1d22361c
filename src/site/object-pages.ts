import type { AstroIntegration } from 'astro';
export function objectPages(): AstroIntegration {
  return { name: 'object-pages', hooks: {} };
}
