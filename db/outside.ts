import { announce, EVERYTHING } from '@/lib/changes'
import { shared } from '@/lib/shared'
import { type Connection, writer } from './connection'

/** How soon a change by another process is noticed: the command line is slower than that to say it is done. */
const LOOK_EVERY_MS = 100

const standing = shared('standing', () => ({ ofHouse: false, tick: () => {} }))

/**
 * Says that this thread tells the house of its writes itself.
 *
 * @param tick called before and after each of its commits
 */
export function belongToHouse(tick: () => void = () => {}): void {
	Object.assign(standing, { ofHouse: true, tick })
}

/** Commits, and leaves word for the house in the same transaction where this is another process. */
export function commit(database: Connection['$client']): void {
	if (!standing.ofHouse) database.pragma(`user_version = ${wordsLeft() + 1}`)
	standing.tick()
	try {
		database.exec('commit')
	} finally {
		standing.tick()
	}
}

/**
 * Notices when another process (the command line, a restore) has written to the database, and tells of it as
 * a change of everything. SQLite's own counter moves for every commit but those of the connection asked, also
 * for those of the house's other thread: while that one commits, the word that is left decides.
 *
 * @param ticks how often the house's other thread has ticked; odd while it commits
 */
export function watchOutside(ticks: () => number = () => 0): NodeJS.Timeout {
	const look = () => ({ ticks: ticks(), version: dataVersion(), words: wordsLeft() })
	belongToHouse()
	let known = look()
	return setInterval(() => {
		const now = look()
		const ourOwn = now.ticks !== known.ticks || now.ticks % 2 === 1
		const outside = now.words !== known.words || (now.version !== known.version && !ourOwn)
		known = now
		if (outside) announce({ now: [EVERYTHING], soon: [] })
	}, LOOK_EVERY_MS).unref()
}

const dataVersion = (): unknown => writer().$client.pragma('data_version', { simple: true })
const wordsLeft = (): number => writer().$client.pragma('user_version', { simple: true }) as number
