// A real browser for tests, with nothing to install: on Linux x64 it comes by npm with its libraries and fonts; on other
// systems the installed Chrome is used.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const projectFolder = path.join(import.meta.dirname, '..', '..')
const modules = path.join(projectFolder, 'node_modules')

/** A browser that talks to nobody but the pages under test. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--disable-features=OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider,CertificateTransparencyComponentUpdater',
  '--font-render-hinting=none',
  '--disable-dev-shm-usage',
]

/** Starts a headless browser. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox', '--no-zygote'] : QUIET
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args })
  const folder = unpackBrowser()
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args,
    chromiumSandbox: false,
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      HOME: folder,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
    },
  })
}

/** Unpacks the browser once for each version, under a name that exists only when everything is there. */
function unpackBrowser(): string {
  const { version } = JSON.parse(
    readFileSync(path.join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  ) as {
    version: string
  }
  const cache = path.join(modules, '.cache')
  const folder = path.join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(path.join(cache, 'chromium-'))
  // The package unpacks into the temporary folder of its process, and its libraries only where it takes itself to be
  // in the environment it was made for; hence a process of its own.
  const unpacking = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    {
      cwd: projectFolder,
      env: { TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
      encoding: 'utf8',
    },
  )
  if (unpacking.status !== 0) throw new Error(`The browser could not be unpacked: ${unpacking.stderr}`)
  writeFileSync(path.join(unfinished, 'fonts.conf'), fontSettings(folder))
  try {
    renameSync(unfinished, folder)
  } catch (cause) {
    // Another process was quicker with the same.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  }
  return folder
}

/** Fonts of the browser's package and of ours, so that Arabic has letters on a machine without fonts. */
function fontSettings(folder: string): string {
  const ours = ['noto-sans', 'noto-sans-arabic'].map((name) => path.join(modules, '@expo-google-fonts', name))
  const folders = [path.join(folder, 'fonts'), ...ours].map((font) => `  <dir>${font}</dir>`)
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders,
    `  <cachedir>${path.join(folder, 'font-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}
