import { migrate } from '@/db'
import { checkSearch, findSearchGaps, rebuildSearch } from '@/domain/search/repair'

/** Stories indexed in one transaction: a tenth of a second, in which the server's writes wait. */
const STORIES_AT_ONCE = 40

/** Compares the index with the stories and reads it whole; exit code 1 for a fault. */
export async function checkSearchIndex(): Promise<void> {
	await migrate()
	const faults = [await damageOfIndex(), await gaps()].filter((fault) => fault !== '')
	for (const fault of faults) console.error(fault)
	if (faults.length === 0) return console.log('The index of the search is whole.')
	console.error('Make it anew: npm run square -- search rebuild')
	process.exitCode = 1
}

async function damageOfIndex(): Promise<string> {
	try {
		await checkSearch()
		return ''
	} catch (error) {
		return `The index of the search is damaged: ${(error as Error).message}.`
	}
}

async function gaps(): Promise<string> {
	const { missing, superfluous } = await findSearchGaps()
	if (missing.length + superfluous.length === 0) return ''
	return `The index of the search misses ${missing.length} stories and holds ${superfluous.length} texts too many.`
}

export async function rebuildSearchIndex(): Promise<void> {
	await migrate()
	const stories = await rebuildSearch({ atOnce: STORIES_AT_ONCE })
	console.log(`The index of the search is made anew, with ${stories} stories.`)
}
