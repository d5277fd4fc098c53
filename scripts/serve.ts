import { copyLogBeside } from '@/db/checkpoints'
import { ownCommits } from '@/db/commit-count'
import { closeDatabase } from '@/db/connection'
import { watchOutside } from '@/db/outside'
import { checkInBackground, emptyLog } from '@/db/sqlite/database-file'
import { HOUSEKEEPING_EVERY_MS, keepHouse } from '@/domain/housekeeping'
import { inviteFirstOwner, OWNER_LINK_HOURS } from '@/domain/invitations'
import { recoverLeftovers } from '@/domain/photos/recovery'
import { isReady } from '@/domain/readiness'
import { env } from '@/lib/env'
import { isStartRefusal } from '@/lib/start-refusal'
import { type House, serve } from '@/server/serve'
import { DIRECT_ROUTES } from './direct-routes'
import { FORM_ROUTES } from './form-routes'
import { REFUSED_EXIT_CODE } from './keep-running.mjs'
import { mayUpload } from './may-upload'
import { prepareData } from './prepare-data'
import { READER_ROUTES } from './reader-routes'
import { warmUpAddresses } from './warm-up'

const say = (text: string) => console.log(text)
const dev = process.argv.includes('--dev')
// next-auth reads its own address from here, and would otherwise guess it from the request.
process.env.NEXTAUTH_URL ??= env.siteUrl

// A log reader that goes away must not end the server, nor make it log that without end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
	await start()
} catch (error) {
	console.error(explain(error))
	process.exit(exitCode(error))
}

async function start(): Promise<void> {
	const { checked, warnings } = await prepareData()
	for (const warning of warnings) console.warn(warning)
	let sound = checked
	const { host, port, siteUrl, trustedProxies, edges, documentBytesMax, mediaDir } = env
	const house = await serve({
		dev,
		host,
		port,
		siteUrl,
		trustedProxies,
		edges,
		documentBytesMax,
		mediaDir,
		routes: READER_ROUTES,
		directRoutes: DIRECT_ROUTES,
		forms: FORM_ROUTES,
		booth: new URL('booth.mjs', import.meta.url),
		boothData: ownCommits(),
		mayUpload,
		warmUp: warmUpAddresses,
		isWell: async () => sound && (await isReady()),
	})
	watchOutside()
	copyLogBeside()
	stopOnSignal(house)
	if (!checked)
		checkBeside(house).then(() => {
			sound = true
		})
	recoverPhotos().catch(console.error)
	// Tells `keep-running.mjs` that the start was not refused.
	process.send?.('serves')
	say(`\nPublic Square is open at ${env.siteUrl}`)
	const token = await inviteFirstOwner()
	if (token) {
		say(`\nMake the first owner account with this link. It works once, for ${OWNER_LINK_HOURS} hours:`)
		say(`  ${env.siteUrl}/welcome?token=${token}\n`)
	}
	// A full disk keeps it from writing, but not the readers from reading.
	const tidy = () => keepHouse().catch(console.error)
	await tidy()
	setInterval(tidy, HOUSEKEEPING_EVERY_MS).unref()
}

function stopOnSignal(house: House): void {
	for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(house))
}

/** Answers what has begun and ends the process. A damaged database is left with its log as it is. */
async function stop(house: House, damage?: unknown): Promise<never> {
	if (damage) console.error(explain(damage))
	await house.close()
	if (damage) process.exit(exitCode(damage))
	emptyLog()
	closeDatabase()
	process.exit(0)
}

/** Resolves once the database was read; damage ends the process. */
async function checkBeside(house: House): Promise<void> {
	try {
		await checkInBackground()
	} catch (error) {
		if (isStartRefusal(error)) return stop(house, error)
		console.error('The database could not be checked beside the server; doctor can.', error)
	}
}

async function recoverPhotos(): Promise<void> {
	const { adopted, cleared } = await recoverLeftovers()
	if (adopted + cleared > 0)
		say(`Uploads that were cut short: ${adopted} photographs completed, ${cleared} unconfirmed ones cleared.`)
}

/** A refusal lasts until an administrator acts; a supervisor must not try again and again. */
function exitCode(error: unknown): number {
	return isStartRefusal(error) && !error.transient ? REFUSED_EXIT_CODE : 1
}

function explain(error: unknown): string {
	if (isStartRefusal(error)) return `\nPublic Square cannot run.\n${error.message}\n`
	const { code, message } = error as NodeJS.ErrnoException
	if (code === 'EADDRINUSE')
		return `Port ${env.port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`
	return `The square could not open: ${message}\n${(error as Error).stack ?? ''}`
}
