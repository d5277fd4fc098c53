import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './ready.mjs'

/** Installs packages where that is possible: on Debian, as root. What came of it is for the caller to see. */
export function installFromDebian(...packages) {
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return
	say(`Installing ${packages.join(', ')} from Debian …`)
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
		stdio: 'inherit',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	})
}

/** Whether all files are there, after an attempt to install the packages that bring them. */
export function haveFromDebian(files, ...packages) {
	const complete = () => files.every((file) => existsSync(file))
	if (!complete()) installFromDebian(...packages)
	return complete()
}
