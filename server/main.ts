import { CACHEABLE_ROUTES } from '@/app/_http/cacheable-routes'
import { FILE_ROUTES } from '@/app/_http/file-routes'
import { FORM_ROUTES } from '@/app/_http/form-routes'
import { mayUpload } from '@/app/_http/may-upload'
import { renderParts } from '@/app/_http/render-parts'
import { WORKER_ROUTES } from '@/app/_http/worker-routes'
import { SharePictureDrawer } from '@/app/(reader)/share/drawer'
import {
	checkInBackground,
	closeDatabase,
	isSearchIndexDamaged,
	startMaintenance,
	watchExternalWrites,
	writersData,
} from '@/db'
import { deleteExpired, HOUSEKEEPING_EVERY_MS } from '@/domain/housekeeping'
import { inviteFirstOwner, OWNER_LINK_HOURS } from '@/domain/invitations'
import { mailDueDecisions } from '@/domain/notices/mails'
import { recoverLeftovers } from '@/domain/photos/recovery'
import { PINGS_EVERY_MS, sendPings } from '@/domain/pings/send'
import { isReady } from '@/domain/readiness'
import { relateEarlierStories, SERVER_PACE } from '@/domain/related/backfill'
import { REPLY_MAILS_EVERY_MS, sendReplyMails } from '@/domain/replies/send'
import { forgetWords, REPAIR_PAUSE_MS, rebuildSearch, repairSearch } from '@/domain/search/repair'
import { findSiteFile } from '@/domain/site-files'
import { assertSettings } from '@/lib/check-settings'
import { env } from '@/lib/env'
import { mediaStore } from '@/lib/media/media-store'
import { isStartRefusal } from '@/lib/start-refusal'
import { parseTrustedProxies } from '@/server/client-ip'
import { type RunningServer, startServer } from '@/server/http-server'
import { assertListenable } from '@/server/listen-check'
import { prepareNext } from '@/server/next-app'
import { REFUSED_EXIT_CODE } from '@/server/supervisor.mjs'
import { prepareData } from './prepare-data'
import { warmUpAddresses } from './warm-up'

const log = (text: string) => console.log(text)
const dev = process.argv.includes('--dev')
// next-auth takes its base URL from here, instead of from the request.
// next-auth makes the addresses that it gives to providers of this one.
process.env.NEXTAUTH_URL = env.siteUrl

// A closed log pipe (EPIPE) must neither end the server nor cause a loop of log lines.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
	await start()
} catch (error) {
	console.error(describeError(error))
	process.exit(exitCode(error))
}

async function start(): Promise<void> {
	assertSettings()
	const trustedProxies = parseTrustedProxies(env.trustedProxies)
	const { host, port, siteUrl, purgeUrls, pageCacheBytes, mediaDir } = env
	const { checked, warnings } = await prepareData({ check: () => assertListenable(port, host) })
	for (const warning of warnings) console.warn(warning)
	let sound = checked
	const server = await startServer({
		nextHandler: await prepareNext({ dev, host, port }),
		dev,
		buildDir: '.next',
		host,
		port,
		siteUrl,
		trustedProxies,
		purgeUrls,
		pageCacheBytes,
		media: await mediaStore(),
		spoolDir: mediaDir,
		findSiteFile,
		cacheableRoutes: CACHEABLE_ROUTES,
		fileRoutes: FILE_ROUTES,
		renderParts,
		workerRoutes: WORKER_ROUTES,
		formRoutes: FORM_ROUTES,
		writeWorkerFile: new URL('write-worker.mjs', import.meta.url),
		writeWorkerData: writersData(),
		mayUpload,
		warmUp: warmUpAddresses,
		isHealthy: async () => sound && (await isReady()),
	})
	watchExternalWrites()
	startMaintenance()
	if (!dev) drawSharePictures(server)
	stopOnSignal(server)
	if (!checked)
		checkDataInBackground(server).then(() => {
			sound = true
			if (isSearchIndexDamaged()) mendSearch().catch(console.error)
		})
	recoverPhotos().catch(console.error)
	mendSearch().then(relateEarlier).catch(console.error)
	// Signals to `supervisor.mjs` that the start succeeded.
	process.send?.('serves')
	log(`\nPublic Square is open at ${env.siteUrl}`)
	const token = await inviteFirstOwner()
	if (token) {
		log(`\nMake the first owner account with this link. It works once, for ${OWNER_LINK_HOURS} hours:`)
		log(`  ${env.siteUrl}/welcome?token=${token}\n`)
	}
	// A full disk prevents the deletion, but reads continue.
	const housekeep = () => deleteExpired().then(forgetWords).catch(console.error)
	await housekeep()
	setInterval(housekeep, HOUSEKEEPING_EVERY_MS).unref()
	setInterval(() => sendPings().catch(console.error), PINGS_EVERY_MS).unref()
	setInterval(() => mailDueDecisions().catch(console.error), REPLY_MAILS_EVERY_MS).unref()
	setInterval(() => sendReplyMails().catch(console.error), REPLY_MAILS_EVERY_MS).unref()
}

/** Draws pictures for link previews after publication, until the server has closed. */
function drawSharePictures(server: RunningServer): void {
	const drawer = new SharePictureDrawer().start()
	const { close } = server
	server.close = async () => {
		await Promise.all([close(), drawer.close()])
	}
}

function stopOnSignal(server: RunningServer): void {
	for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(server))
}

/** Drains the server and exits. After damage the database and its WAL are left untouched. */
async function stop(server: RunningServer, damage?: unknown): Promise<never> {
	if (damage) console.error(describeError(damage))
	await server.close()
	if (damage) process.exit(exitCode(damage))
	await closeDatabase({ final: true })
	process.exit(0)
}

/** Checks the whole database file; damage stops the server. */
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
		log(`Interrupted uploads: ${adopted} photographs completed, ${cleared} unconfirmed ones deleted.`)
}

async function mendSearch(): Promise<void> {
	const pace = { pauseMs: REPAIR_PAUSE_MS }
	if (isSearchIndexDamaged()) {
		log(`Search index: damaged, and made anew with ${await rebuildSearch(pace)} stories.`)
		return
	}
	const { indexed, removed } = await repairSearch(pace)
	if (indexed + removed > 0)
		log(`Search index: ${indexed} stories added, ${removed} superfluous texts removed.`)
}

/** Similar stories are found by words of the search index. */
async function relateEarlier(): Promise<void> {
	const related = await relateEarlierStories(SERVER_PACE)
	if (related > 0) log(`Related stories: found for ${related} stories published before.`)
}

/** Permanent refusals get `REFUSED_EXIT_CODE`, at which supervisors do not restart. */
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
