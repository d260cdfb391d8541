import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

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

/** What the sign-in page and the shell may weigh on the way, gzip, with room left for the first screen. */
const startBudget = 230 * 1024

/** Fails the build when the start grows past its budget: a slow link pays for every kilobyte at the worst moment. */
function keepStartSmall(): Plugin {
  return {
    name: 'homeward:keep-start-small',
    apply: 'build',
    generateBundle(_, bundle) {
      const wanted = new Set<string>()
      const follow = (name: string): void => {
        const file = bundle[name]
        if (wanted.has(name) || file?.type !== 'chunk') return
        wanted.add(name)
        for (const next of file.imports) follow(next)
      }
      for (const file of Object.values(bundle)) {
        const starts =
          file.type === 'chunk' && (file.isEntry || /\/(SignIn\.tsx|ar\/start\.ts)$/.test(file.facadeModuleId ?? ''))
        if (starts) follow(file.fileName)
        if (file.type === 'asset' && file.fileName.endsWith('.css')) wanted.add(file.fileName)
      }
      const weight = [...wanted].reduce((sum, name) => sum + gzipSync(contentOf(bundle[name])).length, 0)
      const kilobytes = Math.round(weight / 1024)
      if (weight > startBudget)
        this.error(`The start weighs ${kilobytes} KB gzip, more than 230: load something later.`)
      this.info(`the start weighs ${kilobytes} KB gzip`)
    },
  }
}

/** Every text of the build also lies there compressed: the server hands it out without work. */
function compressed(): Plugin {
  return {
    name: 'homeward:compressed',
    apply: 'build',
    async writeBundle(options, bundle) {
      const folder = options.dir ?? ''
      const names = [...Object.keys(bundle), 'early.js', 'favicon.svg'].filter((name) =>
        /\.(js|css|html|svg)$/.test(name),
      )
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(folder, name)
          const content = await readFile(file)
          await writeFile(`${file}.br`, brotliCompressSync(content, quality))
          await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }))
        }),
      )
    },
  }
}

function contentOf(file: { type: 'chunk'; code: string } | { type: 'asset'; source: string | Uint8Array } | undefined) {
  return file === undefined ? '' : file.type === 'chunk' ? file.code : file.source
}

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  plugins: [react(), tailwind(), onlyOurLanguages(), keepStartSmall(), compressed()],
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
