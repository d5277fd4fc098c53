import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { aptInstall } from './apt.mjs'
import { fail, log } from './ensure-built.mjs'

/** Debian's Chromium without windows comes first: a journey costs it less, and it brings no desktop along. */
const PACKAGE = 'chromium-headless-shell'
const SYSTEM = [
	`/usr/bin/${PACKAGE}`,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
]

/** The path of a Chromium: the system's, else Debian's package, else Playwright's own download. */
export function requireBrowser() {
	const path = foundBrowser() ?? debianPackage() ?? playwrightDownload()
	if (!path)
		fail(`The journeys need Chromium, and none could be installed. On Debian: apt-get install -y ${PACKAGE}`)
	return path
}

/** The path of the browser that is there already; `CHROMIUM` names another. */
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
