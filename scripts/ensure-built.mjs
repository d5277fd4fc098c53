// Plain JavaScript without dependencies: this runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NODE_OLDEST = [20, 19]
/** What the built site is made of; anything else may change without a build. */
const BUILT_FROM = [
	'app',
	'components',
	'domain',
	'db',
	'lib',
	'public',
	'instrumentation.ts',
	'next.config.js',
	'package-lock.json',
	'scripts/build-islands.mjs',
]
const NOT_BUILT_FROM = ['demo/', 'db/migrations/', 'public/islands/']
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
const INSTALLED = 'node_modules/.installed'
const BUILT = '.next/built-from'
/** The server as one file, and what it is made of. */
const SERVER = ['.next/server.mjs', '.next/write-worker.mjs']
const SERVER_SOURCES = ['server', 'scripts', 'cli', 'demo', 'app', 'domain', 'db', 'lib', 'package-lock.json']
const SERVER_STAMP = '.next/server-from'
const ISLANDS = 'public/islands/manifest.json'

export function log(text) {
	console.log(`· ${text}`)
}

export function fail(text) {
	console.error(`\n${text}\n`)
	process.exit(1)
}

/** Runs a command with its output shown; stops the script with its exit code when it fails. */
export function run(command, args, options = {}) {
	const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
	if (error) fail(`${command} could not be started: ${error.message}`)
	if (status !== 0) process.exit(status ?? 1)
}

export function requireNode() {
	const [major, minor] = process.versions.node.split('.').map(Number)
	const [oldestMajor, oldestMinor] = NODE_OLDEST
	if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
		fail(`Public Square needs Node ${NODE_OLDEST.join('.')} or newer; this is ${process.versions.node}.`)
}

/** Installs the locked dependencies unless exactly these are there already. */
export function installIfNeeded() {
	const wanted = digest([readFileSync('package-lock.json')])
	if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return
	log('Installing dependencies (a minute or two the first time) …')
	// Not `npm ci`: it refuses a lock that was made where a foreign platform's optional binaries cannot be had.
	const { status, error } = spawnSync('npm', INSTALL, {
		stdio: 'inherit',
		env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
	})
	if (error) fail(`npm could not be started: ${error.message}`)
	requireSqlite()
	if (status !== 0) process.exit(status ?? 1)
	writeFileSync(INSTALLED, wanted)
}

/** Builds the site, and bundles the server, unless those that are there are of exactly these sources. */
export function buildIfNeeded() {
	buildUnlessFresh(BUILT_FROM, BUILT, ['.next/BUILD_ID', ISLANDS], () => {
		log('Building the site (about a minute) …')
		buildIslands()
		run('npx', ['next', 'build'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
	})
	buildUnlessFresh(SERVER_SOURCES, SERVER_STAMP, SERVER, () =>
		run(process.execPath, ['scripts/build-server.mjs']),
	)
}

/** Builds unless all `results` are there and `note` holds the digest of the same sources. */
function buildUnlessFresh(sources, note, results, build) {
	const wanted = digest(sources.flatMap(filesIn).map((path) => `${path}\n${readFileSync(path)}`))
	const isThere = [note, ...results].every((path) => existsSync(path))
	if (isThere && readFileSync(note, 'utf8') === wanted) return
	build()
	writeFileSync(note, wanted)
}

/** Bundles the scripts of reader pages; in a process of its own, because the bundler is a dependency. */
export function buildIslands() {
	run(process.execPath, ['scripts/build-islands.mjs'])
}

/** npm takes a ready-made SQLite where there is one for this machine, and compiles it otherwise. */
function requireSqlite() {
	const load = "new (require('better-sqlite3'))(':memory:')"
	const { status, stderr } = spawnSync(process.execPath, ['-e', load], { encoding: 'utf8' })
	if (status === 0) return
	const missing = ['make', 'g++', 'python3'].filter((tool) => spawnSync(tool, ['--version']).error)
	if (missing.length === 0) fail(`SQLite cannot be loaded; what npm said is above.\n${stderr}`)
	fail(
		`SQLite cannot be loaded: there is no ready-made one for this machine, and to compile it ${missing.join(', ')} is missing.\n` +
			'On Debian: apt-get install -y build-essential python3',
	)
}

function filesIn(path) {
	if (!existsSync(path)) return []
	if (!statSync(path).isDirectory()) return [path]
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesIn(join(path, name)))
		.filter(
			(file) => !NOT_BUILT_FROM.some((folder) => file.startsWith(folder)) && !/\.test\.tsx?$/.test(file),
		)
}

function digest(parts) {
	const hash = createHash('sha256')
	for (const part of parts) hash.update(part)
	return hash.digest('hex')
}
