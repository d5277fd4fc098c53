import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { log } from './ensure-built.mjs'

/** Installs Debian packages; does nothing without apt-get or root. The caller checks the result. */
export function aptInstall(...packages) {
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return
	log(`Installing ${packages.join(', ')} from Debian …`)
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
		stdio: 'inherit',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	})
}

/** Whether all files exist; if not, tries to install the packages that contain them first. */
export function ensurePackages(files, ...packages) {
	const complete = () => files.every((file) => existsSync(file))
	if (!complete()) aptInstall(...packages)
	return complete()
}
