import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { address, dataDir, PASSWORD, port, staff } from './env'
import { startOAuthProvider } from './oauth-provider'
import { close } from './server-process'

/** Loading the demo edition takes minutes on a busy machine. */
const START_TIMEOUT_MS = 300_000

/**
 * Starts the built site on a new data folder with the demo edition, beside a provider of sign-ins, and adds the staff
 * accounts.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
	rmSync(dataDir, { recursive: true, force: true })
	mkdirSync(dataDir, { recursive: true })
	const provider = await startOAuthProvider()
	const server = spawn(process.execPath, ['.next/server.mjs'], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			...process.env,
			NODE_ENV: 'production',
			PORT: String(port),
			HOST: '127.0.0.1',
			SITE_URL: address,
			DATA_DIR: dataDir,
			SQUARE_LIMITS: '0',
			...provider.settings,
		},
	})
	process.env.DATA_DIR = dataDir
	process.env.OWNER_LINK = await ownerLink(server)
	const { addPerson } = await import('@/domain/people')
	for (const person of Object.values(staff)) await addPerson({ ...person, password: PASSWORD })
	return async () => {
		const { exitCode, signalCode } = server
		await close(server)
		await provider.close()
		rmSync(dataDir, { recursive: true, force: true })
		const end = signalCode ?? exitCode
		if (end !== null) throw new Error(`The site stopped before the end of its tests (${end}).`)
	}
}

/** Waits for the server's start messages, and returns the first owner's sign-in link. */
function ownerLink(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = ''
		const tooLate = setTimeout(() => {
			// A server left running would serve the next run on this port.
			server.kill('SIGKILL')
			reject(new Error(`The site did not start:\n${output}`))
		}, START_TIMEOUT_MS)
		server.stdout?.on('data', (chunk) => {
			output += chunk
			const link = /\S+\/welcome\?token=\S+/.exec(output)?.[0]
			if (!link) return
			clearTimeout(tooLate)
			resolve(link)
		})
		server.on('exit', () => reject(new Error(`The site stopped:\n${output}`)))
	})
}
