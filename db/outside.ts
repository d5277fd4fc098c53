import { announce, EVERYTHING } from '@/lib/changes'
import { writer } from './connection'

/** How soon a change by another process is noticed: the command line is slower than that to say it is done. */
const LOOK_EVERY_MS = 100

/**
 * Notices when another process (the command line, a restore) has written to the database, and tells of it as
 * a change of everything. SQLite's own counter moves for every commit but those of the connection asked.
 */
export function watchOutside(): NodeJS.Timeout {
	let known = dataVersion()
	return setInterval(() => {
		const now = dataVersion()
		if (now === known) return
		known = now
		announce({ now: [EVERYTHING], soon: [] })
	}, LOOK_EVERY_MS).unref()
}

const dataVersion = (): unknown => writer().$client.pragma('data_version', { simple: true })
