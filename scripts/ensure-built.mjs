// Plain JavaScript without dependencies, because it runs before `npm install`.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NODE_OLDEST = [20, 19]
/** Sources of the Next build; its stamp is their digest. */
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
	'scripts/bundle-stylesheets.mjs',
]
/** Read at run time, or built themselves. */
const NOT_BUILT_FROM = [
	...['illustrations', 'photos', 'stories', 'threads'].map((name) => `demo/${name}/`),
	'db/migrations/',
	'public/islands/',
]
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
const INSTALLED = 'node_modules/.installed'
const BUILT = '.next/built-from'
const STYLESHEETS = '.next/stylesheets.json'
/** Bundles of the server, its write worker and the command line, and their sources. */
const SERVER = ['.next/server.mjs', '.next/write-worker.mjs', '.next/square.mjs']
const SERVER_SOURCES = [
	'server',
	'cli',
	'demo',
	'app',
	'components',
	'domain',
	'db',
	'lib',
	'package.json',
	'package-lock.json',
	'scripts/build-server.mjs',
]
const SERVER_STAMP = '.next/server-from'
const ISLANDS = 'public/islands/manifest.json'

export function log(text) {
	console.log(`· ${text}`)
}

export function fail(text) {
	console.error(`\n${text}\n`)
	process.exit(1)
}

/** Runs a command with inherited output; exits with its status if it fails. */
export function run(command, args, options = {}) {
	const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
	if (error) fail(`${command} could not be started: ${error.message}`)
	if (status !== 0) process.exit(status ?? 1)
}

/** Exits if Node is older than `NODE_OLDEST`. */
export function requireNode() {
	const [major, minor] = process.versions.node.split('.').map(Number)
	const [oldestMajor, oldestMinor] = NODE_OLDEST
	if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
		fail(`Public Square needs Node ${NODE_OLDEST.join('.')} or newer; this is ${process.versions.node}.`)
}

/** Installs the locked dependencies, unless `package-lock.json` is unchanged since the last install. */
export function installIfNeeded() {
	const wanted = digest([readFileSync('package-lock.json')])
	if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return
	log('Installing dependencies (a minute or two the first time) …')
	// Not `npm ci`: it rejects a lock file without the optional binaries of other platforms.
	const { status, error } = spawnSync('npm', INSTALL, {
		stdio: 'inherit',
		env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
	})
	if (error) fail(`npm could not be started: ${error.message}`)
	requireSqlite()
	if (status !== 0) process.exit(status ?? 1)
	writeFileSync(INSTALLED, wanted)
}

/** Builds the site and bundles the server, each unless its stamp matches the current sources. */
export function buildIfNeeded() {
	buildUnlessFresh(BUILT_FROM, BUILT, ['.next/BUILD_ID', STYLESHEETS, ISLANDS], () => {
		log('Building the site (about a minute) …')
		buildIslands()
		run('npx', ['next', 'build'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
		run(process.execPath, ['scripts/bundle-stylesheets.mjs'])
	})
	// Writes its stamp itself, because `npm run build` runs it too.
	if (!isServerBuilt()) run(process.execPath, ['scripts/build-server.mjs'])
}

/** Whether the bundles of the server and the command line match the current sources. */
export const isServerBuilt = () => isFresh(digestOf(SERVER_SOURCES), SERVER_STAMP, SERVER)

/** @throws for a bundled file outside `SERVER_SOURCES`: its changes would not be noticed */
export function stampServer(bundled = []) {
	const unlisted = bundled.filter(
		(path) => !SERVER_SOURCES.some((source) => path === source || path.startsWith(`${source}/`)),
	)
	if (unlisted.length > 0) throw new Error(`SERVER_SOURCES lacks ${unlisted.join(', ')}.`)
	writeFileSync(SERVER_STAMP, digestOf(SERVER_SOURCES))
}

/** Builds unless all `results` exist and the file `stamp` holds the digest of `sources`. */
function buildUnlessFresh(sources, stamp, results, build) {
	const wanted = digestOf(sources)
	if (isFresh(wanted, stamp, results)) return
	build()
	writeFileSync(stamp, wanted)
}

const isFresh = (wanted, stamp, results) =>
	[stamp, ...results].every((path) => existsSync(path)) && readFileSync(stamp, 'utf8') === wanted

const digestOf = (sources) => digest(sources.flatMap(filesIn).map((path) => `${path}\n${readFileSync(path)}`))

/** Bundles the islands in a child process, because this module may not import the bundler. */
export function buildIslands() {
	run(process.execPath, ['scripts/build-islands.mjs'])
}

/** Exits if SQLite cannot be loaded: npm downloads a prebuilt binary for this machine, or else compiles one. */
function requireSqlite() {
	const load = "new (require('better-sqlite3'))(':memory:')"
	const { status, stderr } = spawnSync(process.execPath, ['-e', load], { encoding: 'utf8' })
	if (status === 0) return
	const missing = ['make', 'g++', 'python3'].filter((tool) => spawnSync(tool, ['--version']).error)
	if (missing.length === 0) fail(`SQLite cannot be loaded; npm's output is above.\n${stderr}`)
	fail(
		`SQLite cannot be loaded: there is no prebuilt binary for this machine, and to compile it ${missing.join(', ')} is missing.\n` +
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
