import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Debian's folder of the server's programs, a folder a version. */
const DEBIAN = '/usr/lib/postgresql'
const VERSION_MIN = 15
const START_MS = 20_000

/** The folder with the programs of the newest PostgreSQL of this machine; null without version 15 or newer. */
export function postgresPrograms() {
	if (!existsSync(DEBIAN)) return null
	const versions = readdirSync(DEBIAN)
		.map(Number)
		.filter((version) => version >= VERSION_MIN)
	const folders = versions.sort((a, b) => b - a).map((version) => `${DEBIAN}/${version}/bin`)
	return folders.find((folder) => existsSync(`${folder}/initdb`)) ?? null
}

/**
 * Starts a PostgreSQL server with a folder of its own, deleted at the stop. Without fsync it survives no power cut.
 *
 * @returns the URL of its database `postgres`, and functions that kill it at once and that stop it
 */
export async function startPostgres({ fsync = false } = {}) {
	const programs = postgresPrograms()
	if (!programs)
		throw new Error('PostgreSQL 15 or newer is not installed (Debian: apt-get install -y postgresql).')
	const folder = mkdtempSync(join(tmpdir(), 'square-postgres-'))
	const data = join(folder, 'data')
	// The server refuses to run as root.
	const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
	if (asUser.length > 0) execFileSync('chown', ['postgres', folder])
	const run = (program, args) => {
		const [file, ...rest] = [...asUser, join(programs, program), ...args]
		return [file, rest]
	}
	execFileSync(
		...run('initdb', [
			'-D',
			data,
			'-U',
			'square',
			'-A',
			'trust',
			'-E',
			'UTF8',
			'--locale=C.UTF-8',
			'--no-sync',
		]),
		{ stdio: 'pipe', cwd: folder },
	)
	const port = await freePort()
	const settings = [
		'listen_addresses=127.0.0.1',
		`port=${port}`,
		`unix_socket_directories=${folder}`,
		'max_connections=200',
		`fsync=${fsync ? 'on' : 'off'}`,
		'autovacuum=off',
		...(fsync ? [] : ['full_page_writes=off']),
	]
	const start = () =>
		spawn(...run('postgres', ['-D', data, ...settings.flatMap((each) => ['-c', each])]), {
			stdio: ['ignore', 'ignore', 'pipe'],
			cwd: folder,
		})
	let server = start()
	const isReady = () => {
		try {
			execFileSync(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])
			return true
		} catch {
			return false
		}
	}
	const whenReady = async () => {
		let log = ''
		server.stderr.on('data', (chunk) => {
			log = (log + chunk).slice(-4_000)
		})
		for (const end = Date.now() + START_MS; !isReady(); await sleep(50))
			if (Date.now() > end || server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${log}`)
	}
	const ended = async (signal) => {
		if (server.exitCode !== null || server.signalCode !== null) return
		const exited = new Promise((resolve) => server.once('exit', resolve))
		signalServer(data, signal)
		await exited
	}
	await whenReady()
	return {
		url: `postgres://square@127.0.0.1:${port}/postgres`,
		/** Ends the server and its connections, and starts it again on the same data. */
		restart: async () => {
			await ended('SIGINT')
			server = start()
			await whenReady()
		},
		stop: async () => {
			await ended('SIGINT')
			rmSync(folder, { recursive: true, force: true })
		},
	}
}

/** Signals the server itself, whose parent may be a program that changes the user. */
function signalServer(data, signal) {
	const pid = Number(execFileSync('head', ['-n1', join(data, 'postmaster.pid')], { encoding: 'utf8' }))
	process.kill(pid, signal)
}

const freePort = () =>
	new Promise((resolve, reject) => {
		const server = createServer().on('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address()
			server.close(() => resolve(port))
		})
	})
