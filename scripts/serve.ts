import { sql } from 'drizzle-orm'
import { copyLogBeside } from '@/db/checkpoints'
import { closeDatabase, read } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { watchOutside } from '@/db/outside'
import { keepHouse } from '@/domain/housekeeping'
import { inviteFirstOwner, OWNER_LINK_HOURS } from '@/domain/invitations'
import { env } from '@/lib/env'
import { serve } from '@/server/serve'
import { DIRECT_ROUTES } from './direct-routes'
import { bringFirstEdition } from './first-edition'
import { FORM_ROUTES } from './form-routes'
import { READER_ROUTES } from './reader-routes'

const DAY_MS = 86_400_000
const say = (text: string) => console.log(text)
const dev = process.argv.includes('--dev')
// next-auth reads its own address from here, and would otherwise guess it from the request.
process.env.NEXTAUTH_URL ??= env.siteUrl

try {
	await start()
} catch (error) {
	console.error(explain(error))
	process.exit(1)
}

async function start(): Promise<void> {
	if (env.demo) bringFirstEdition()
	migrate()
	const { host, port, siteUrl, trustedProxies, edges, documentBytesMax, mediaDir } = env
	const isWell = async () => read().get(sql`select 1`) !== undefined
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
		isWell,
	})
	watchOutside(house.ticks)
	copyLogBeside()
	say(`\nPublic Square is open at ${env.siteUrl}`)
	const token = await inviteFirstOwner()
	if (token) {
		say(`\nMake the first owner account with this link. It works once, for ${OWNER_LINK_HOURS} hours:`)
		say(`  ${env.siteUrl}/welcome?token=${token}\n`)
	}
	await keepHouse()
	setInterval(() => keepHouse().catch(console.error), DAY_MS).unref()
	const stop = () => {
		house.close().then(() => {
			closeDatabase()
			process.exit(0)
		})
	}
	process.once('SIGTERM', stop)
	process.once('SIGINT', stop)
}

function explain(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException
	if (code === 'EADDRINUSE')
		return `Port ${env.port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`
	if (code === 'EACCES')
		return `${env.dataDir} cannot be written. Choose another folder: DATA_DIR=… npm start`
	return `The square could not open: ${message}\n${(error as Error).stack ?? ''}`
}
