import { CACHEABLE_ROUTES } from '@/app/_http/cacheable-routes'
import { FORM_ROUTES } from '@/app/_http/form-routes'
import { mayUpload } from '@/app/_http/may-upload'
import { WORKER_ROUTES } from '@/app/_http/worker-routes'
import { startCheckpointer } from '@/db/sqlite/checkpointer'
import { sharedCommitCounters } from '@/db/sqlite/commit-count'
import { closeDatabase } from '@/db/sqlite/connection'
import { checkInBackground, truncateWal } from '@/db/sqlite/database-file'
import { watchExternalWrites } from '@/db/sqlite/external-writes'
import { deleteExpired, HOUSEKEEPING_EVERY_MS } from '@/domain/housekeeping'
import { inviteFirstOwner, OWNER_LINK_HOURS } from '@/domain/invitations'
import { recoverLeftovers } from '@/domain/photos/recovery'
import { isReady } from '@/domain/readiness'
import { env } from '@/lib/env'
import { isStartRefusal } from '@/lib/start-refusal'
import { type RunningServer, startServer } from '@/server/http-server'
import { REFUSED_EXIT_CODE } from '@/server/supervisor.mjs'
import { prepareData } from './prepare-data'
import { warmUpAddresses } from './warm-up'

const log = (text: string) => console.log(text)
const dev = process.argv.includes('--dev')
// next-auth reads its own address from here, and would otherwise guess it from the request.
process.env.NEXTAUTH_URL ??= env.siteUrl

// A log reader that goes away must not end the server, nor make it log that without end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
	await start()
} catch (error) {
	console.error(describeError(error))
	process.exit(exitCode(error))
}

async function start(): Promise<void> {
	const { checked, warnings } = await prepareData()
	for (const warning of warnings) console.warn(warning)
	let sound = checked
	const { host, port, siteUrl, trustedProxies, purgeUrls, pageCacheBytes, mediaDir } = env
	const server = await startServer({
		dev,
		host,
		port,
		siteUrl,
		trustedProxies,
		purgeUrls,
		pageCacheBytes,
		mediaDir,
		cacheableRoutes: CACHEABLE_ROUTES,
		workerRoutes: WORKER_ROUTES,
		formRoutes: FORM_ROUTES,
		writeWorkerFile: new URL('write-worker.mjs', import.meta.url),
		writeWorkerData: sharedCommitCounters(),
		mayUpload,
		warmUp: warmUpAddresses,
		isHealthy: async () => sound && (await isReady()),
	})
	watchExternalWrites()
	startCheckpointer()
	stopOnSignal(server)
	if (!checked)
		checkDataInBackground(server).then(() => {
			sound = true
		})
	recoverPhotos().catch(console.error)
	// Tells `supervisor.mjs` that the start was not refused.
	process.send?.('serves')
	log(`\nPublic Square is open at ${env.siteUrl}`)
	const token = await inviteFirstOwner()
	if (token) {
		log(`\nMake the first owner account with this link. It works once, for ${OWNER_LINK_HOURS} hours:`)
		log(`  ${env.siteUrl}/welcome?token=${token}\n`)
	}
	// A full disk keeps it from writing, but not the readers from reading.
	const tidy = () => deleteExpired().catch(console.error)
	await tidy()
	setInterval(tidy, HOUSEKEEPING_EVERY_MS).unref()
}

function stopOnSignal(server: RunningServer): void {
	for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(server))
}

/** Answers what has begun and ends the process. A damaged database is left with its log as it is. */
async function stop(server: RunningServer, damage?: unknown): Promise<never> {
	if (damage) console.error(describeError(damage))
	await server.close()
	if (damage) process.exit(exitCode(damage))
	truncateWal()
	closeDatabase()
	process.exit(0)
}

/** Resolves once the database was read; damage ends the process. */
async function checkDataInBackground(server: RunningServer): Promise<void> {
	try {
		await checkInBackground()
	} catch (error) {
		if (isStartRefusal(error)) return stop(server, error)
		console.error('Background check of the database failed; run doctor.', error)
	}
}

async function recoverPhotos(): Promise<void> {
	const { adopted, cleared } = await recoverLeftovers()
	if (adopted + cleared > 0)
		log(`Uploads that were cut short: ${adopted} photographs completed, ${cleared} unconfirmed ones cleared.`)
}

/** A refusal lasts until an administrator acts; a supervisor must not try again and again. */
function exitCode(error: unknown): number {
	return isStartRefusal(error) && !error.transient ? REFUSED_EXIT_CODE : 1
}

function describeError(error: unknown): string {
	if (isStartRefusal(error)) return `\nPublic Square cannot run.\n${error.message}\n`
	const { code, message } = error as NodeJS.ErrnoException
	if (code === 'EADDRINUSE')
		return `Port ${env.port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`
	return `Server failed to start: ${message}\n${(error as Error).stack ?? ''}`
}
