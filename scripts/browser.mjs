import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { aptInstall } from './apt.mjs'
import { fail, log } from './ensure-built.mjs'

/** Debian's headless Chromium comes first: it is faster, and needs no desktop packages. */
const PACKAGE = 'chromium-headless-shell'
const SYSTEM = [
	`/usr/bin/${PACKAGE}`,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
]

/** Path of a Chromium: the system's, else Debian's package, else Playwright's download. Exits if none works. */
export function requireBrowser() {
	const path = foundBrowser() ?? debianPackage() ?? playwrightDownload()
	if (!path)
		fail(`Browser tests need Chromium, and none could be installed. On Debian: apt-get install -y ${PACKAGE}`)
	return path
}

/** Path of an installed Chromium, undefined if there is none; the variable `CHROMIUM` overrides it. */
export const foundBrowser = () => [process.env.CHROMIUM, ...SYSTEM].find((path) => path && existsSync(path))

function debianPackage() {
	aptInstall(PACKAGE)
	return foundBrowser()
}

function playwrightDownload() {
	log('Installing Chromium with Playwright …')
	spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
	const { chromium } = createRequire(import.meta.url)('playwright')
	return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}
