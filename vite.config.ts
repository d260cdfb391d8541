import { fileURLToPath } from 'node:url'

import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const ourLocales = ['ar-AE', 'en-US', 'fr-FR']

/** React Aria carries its few spoken words in thirty languages; ours are three. Saves about 30 KB a screen. */
function onlyOurLanguages(): Plugin {
  const word = /\/(?:react-aria|react-stately|react-aria-components)\/.*\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.mjs$/
  return {
    name: 'homeward:only-our-languages',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      const locale = word.exec(id)?.[1]
      if (locale === undefined || ourLocales.includes(locale)) return null
      return { code: 'export default {}', moduleType: 'js' }
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  plugins: [react(), tailwind(), onlyOurLanguages()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows no data: addresses, so that every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every visit needs and what seldom changes: cached across our releases.
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            { name: 'routing', test: /node_modules\/@tanstack\//, priority: 20 },
          ],
        },
      },
    },
  },
})
