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

type Start = {
  readonly name: string
  /** Files of ours that the first screen fetches beside what they import. */
  readonly files: RegExp
  /** What may be fetched before somebody can begin, in KB gzip. */
  readonly budget: number
}

/** The office: sign-in page and shell, with room left for the first screen. The questionnaire: with its rules. What opens from a message: little. */
const starts: readonly Start[] = [
  { name: 'office', files: /\/web\/(index\.html|sign-in\/SignIn\.tsx|locales\/ar\/start\.ts)$/, budget: 230 },
  {
    name: 'questionnaire',
    files: /\/(web\/eligible\.html|domain\/scheme\/verdict\.ts|locales\/ar\/(eligible|role)\.json)$/,
    budget: 70,
  },
  { name: 'signing page', files: /\/(web\/sign\.html|locales\/ar\/sign\.json)$/, budget: 30 },
  { name: 'calls for operators', files: /\/(web\/call\.html|locales\/ar\/call\.json)$/, budget: 30 },
  { name: 'check of a file', files: /\/(web\/verify\.html|locales\/ar\/sign\.json)$/, budget: 30 },
]

/** Fails the build when a start grows past its budget: a slow link pays for every kilobyte at the worst moment. */
function keepStartsSmall(): Plugin {
  return {
    name: 'homeward:keep-starts-small',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const { name, files, budget } of starts) {
        const wanted = new Set<string>()
        const follow = (file: string): void => {
          const chunk = bundle[file]
          if (wanted.has(file) || chunk?.type !== 'chunk') return
          wanted.add(file)
          for (const style of chunk.viteMetadata?.importedCss ?? []) wanted.add(style)
          for (const next of chunk.imports) follow(next)
        }
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && files.test(file.facadeModuleId ?? '')) follow(file.fileName)
        const weight = [...wanted].reduce((sum, file) => sum + gzipSync(contentOf(bundle[file])).length, 0)
        const kilobytes = Math.round(weight / 1024)
        if (kilobytes > budget)
          this.error(`The start of the ${name} weighs ${kilobytes} KB gzip, more than ${budget}: load something later.`)
        this.info(`the start of the ${name} weighs ${kilobytes} KB gzip`)
      }
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
        /\.(m?js|css|html|svg)$/.test(name),
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

const page = (name: string) => fileURLToPath(new URL(`web/${name}`, import.meta.url))

export default defineConfig({
  root: page(''),
  plugins: [react(), tailwind(), onlyOurLanguages(), keepStartsSmall(), compressed()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows no data: addresses, so that every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'eligible.html', 'sign.html', 'verify.html', 'call.html'].map(page),
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
