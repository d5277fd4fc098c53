import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { log } from './ensure-built.mjs'

/** Installs packages where that is possible: on Debian, as root. What came of it is for the caller to see. */
export function aptInstall(...packages) {
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return
	log(`Installing ${packages.join(', ')} from Debian …`)
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
		stdio: 'inherit',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	})
}

/** Whether all files are there, after an attempt to install the packages that bring them. */
export function ensurePackages(files, ...packages) {
	const complete = () => files.every((file) => existsSync(file))
	if (!complete()) aptInstall(...packages)
	return complete()
}
